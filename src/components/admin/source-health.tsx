import { type Column, RecordTable } from "@/components/tables/record-table";
import type { Health } from "@/shapes/health-shapes";
import { formatDate, formatInstant } from "@/wording/dates";

type Source = Health["sources"][number];

const COLUMNS: readonly Column<Source>[] = [
  { key: "title", head: "Source", names: true, cell: ({ title }) => title },
  { key: "checked", head: "Asked last", cell: ({ lastCheckedAt }) => when(lastCheckedAt) },
  { key: "reached", head: "Answered last", cell: ({ lastReachedAt }) => when(lastReachedAt) },
  {
    key: "failures",
    head: "Failures in a row",
    numeric: true,
    cell: ({ failuresInRow }) => failuresInRow,
  },
  {
    key: "overdue",
    head: "Overdue",
    cell: ({ overdue }) => (overdue === null ? "No" : `${overdue.name}, due by ${formatDate(overdue.dueBy)}`),
  },
];

/** Every source: when it was asked, when it answered, and what is late. */
export function SourceHealth({ sources }: { readonly sources: Health["sources"] }) {
  return (
    <RecordTable
      caption="Sources"
      captionHidden
      columns={COLUMNS}
      rows={sources}
      keyOf={({ id }) => id}
      scrolls
    />
  );
}

const when = (instant: string | null) => (instant === null ? "Never" : formatInstant(instant));
