import { type Column, RecordTable } from "@/components/tables/record-table";
import type { DeliveryDay } from "@/shapes/message-shapes";
import { formatDate } from "@/wording/dates";
import { formatCount } from "@/wording/money";

const number = (key: keyof Omit<DeliveryDay, "day">, head: string): Column<DeliveryDay> => ({
  ...{ key, head, numeric: true },
  cell: (row) => formatCount(row[key]),
});

const COLUMNS: readonly Column<DeliveryDay>[] = [
  { key: "day", head: "Queued on", names: true, cell: ({ day }) => formatDate(day) },
  number("sent", "Sent"),
  number("waiting", "On their way"),
  number("held", "Held"),
  number("dead", "Given up"),
  number("notSent", "Not sent"),
];

/** What has become of the messages of each day. */
export function DeliveryDays({
  byDay,
  days,
}: {
  readonly byDay: readonly DeliveryDay[];
  readonly days: number;
}) {
  if (byDay.length === 0) {
    return <p className="py-3 text-sm text-ink-soft">No message was queued in the last {days} days.</p>;
  }
  return (
    <>
      <RecordTable
        caption={`Messages of the last ${days} days`}
        captionHidden
        columns={COLUMNS}
        rows={byDay}
        keyOf={({ day }) => day}
        scrolls
      />
      <p className="pt-2 text-sm text-ink-soft">
        Not sent: cancelled with their batch, their reader gone, or to an address that gets nothing.
      </p>
    </>
  );
}
