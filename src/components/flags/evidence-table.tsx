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
          cell: ({ label }) => (
            <span className="block max-w-[30rem] min-w-40 font-normal wrap-anywhere">{label}</span>
          ),
        },
        {
          key: "amount",
          head: "Amount",
          numeric: true,
          cell: (row) => <Amount row={row} council={council} />,
        },
        { key: "source", head: "Source", cell: (row) => <Printed row={row} council={council} /> },
      ]}
    />
  );
}

function Amount({
  row: { label, valueGbp, source },
  council,
}: {
  readonly row: Row;
  readonly council: string;
}) {
  if (valueGbp === undefined) return null;
  const shown = formatExactGbp(valueGbp);
  if (source === null) return shown;
  return <Figure shown={shown} provenance={{ printed: shown, what: `${council}: ${label}`, source }} />;
}

/** What is a statement has no amount to ask, so its source is asked instead. */
function Printed({
  row: { label, valueGbp, date, source },
  council,
}: {
  readonly row: Row;
  readonly council: string;
}) {
  if (source === null) return <span className="text-ink-soft">our measure</span>;
  const when = date === undefined ? null : <span className="unit">{formatDate(date)}</span>;
  return (
    <span className="block max-w-72 min-w-32 text-sm wrap-anywhere">
      <a href={source.url}>{sourceName(source)}</a>
      {valueGbp === undefined ? (
        <span className="unit">
          <Figure
            shown="its place"
            provenance={{ printed: "As stated", what: `${council}: ${label}`, source }}
          />
        </span>
      ) : null}
      {when}
    </span>
  );
}
