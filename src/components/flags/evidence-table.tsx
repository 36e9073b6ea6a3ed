import { CorrectionNote } from "@/components/figures/correction-note";
import { Figure } from "@/components/figures/figure";
import { RecordTable } from "@/components/tables/record-table";
import type { Evidence, Flag } from "@/shapes/judgement-shapes";
import { formatDate } from "@/wording/dates";
import { formatExactGbp } from "@/wording/money";
import { sourceName } from "@/wording/origin";

type Row = Omit<Evidence, "source"> & { readonly key: number; readonly source: Evidence["source"] | null };

/** What a judgement rests on, each figure with its "where from?"; thresholds and sums worked out below. */
export function EvidenceTable({
  council,
  evidence,
  working,
}: {
  readonly council: string;
  readonly evidence: readonly Evidence[];
  readonly working: Flag["working"];
}) {
  const rows: Row[] = [...evidence, ...working.map((one) => ({ ...one, source: null }))].map((row, key) => ({
    ...row,
    key,
  }));
  if (rows.length === 0) {
    return <p className="prose-width">It rests on what is not held: there is no figure to show.</p>;
  }
  return (
    <RecordTable
      caption="What was compared. A deficit is positive, an in-year balance negative where it is a deficit."
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        {
          key: "label",
          head: "Figure or statement",
          names: true,
          cell: (row) => <Labelled row={row} />,
        },
        {
          key: "amount",
          head: "Amount",
          numeric: true,
          cell: (row) => <Amount row={row} council={council} />,
        },
      ]}
    />
  );
}

function Labelled({ row: { label, date, correction, source } }: { readonly row: Row }) {
  return (
    <span className="block min-w-40 font-normal wrap-anywhere">
      {label}
      <span className="unit">
        {source === null ? "our own reckoning" : <a href={source.url}>{sourceName(source)}</a>}
        {date === undefined ? null : `, ${formatDate(date)}`}
      </span>
      <CorrectionNote correction={correction} />
    </span>
  );
}

/** What is a statement has no amount; it can be asked all the same. */
function Amount({
  row: { label, valueGbp, correction, source },
  council,
}: {
  readonly row: Row;
  readonly council: string;
}) {
  const exact = valueGbp === undefined ? null : formatExactGbp(valueGbp);
  if (source === null) return exact;
  return (
    <Figure
      shown={exact ?? "stated"}
      provenance={{ printed: exact ?? "As stated", what: `${council}: ${label}`, correction, source }}
    />
  );
}
