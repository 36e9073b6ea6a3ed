import Link from "next/link";
import { RecordTable } from "@/components/tables/record-table";
import type { RunSummary } from "@/shapes/run-shapes";
import { formatInstant } from "@/wording/dates";
import { formatCount } from "@/wording/money";
import { runTitle, tookWords } from "@/wording/runs";
import { RunMark } from "./run-mark";

/** Runs, one a line, each leading to all that is known of it. */
export function RunList({ runs }: { readonly runs: readonly RunSummary[] }) {
  return (
    <RecordTable
      caption="Runs, newest first"
      captionHidden
      rows={runs}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "what",
          head: "Run",
          names: true,
          cell: (run) => (
            <>
              <Link href={`/admin/runs/${run.id}`} prefetch={false}>
                {runTitle(run)}
              </Link>
              <span className="unit">
                {formatInstant(run.at)}, by {run.trigger}
              </span>
            </>
          ),
        },
        {
          key: "state",
          head: "State",
          cell: (run) => (
            <>
              <RunMark state={run.state} />
              {run.error === null ? null : (
                <span className="unit max-w-80 wrap-anywhere">{short(run.error)}</span>
              )}
            </>
          ),
        },
        { key: "documents", head: "Documents", numeric: true, from: "wide", cell: documents },
        {
          key: "figures",
          head: "Figures",
          numeric: true,
          from: "wide",
          cell: ({ figures, dryRun }) => (dryRun ? "–" : formatCount(figures)),
        },
        {
          key: "findings",
          head: "Findings",
          numeric: true,
          from: "wide",
          cell: ({ findings, dryRun }) => (dryRun ? "–" : formatCount(findings)),
        },
        {
          key: "took",
          head: "Took",
          numeric: true,
          from: "wide",
          cell: (run) => tookWords(run) ?? "–",
        },
      ]}
    />
  );
}

function documents({ snapshots, unchanged, dryRun }: RunSummary) {
  if (dryRun) return "–";
  return (
    <>
      {formatCount(snapshots)}
      {snapshots > 0 && unchanged > 0 ? (
        <span className="unit">{formatCount(unchanged)} as before</span>
      ) : null}
    </>
  );
}

function short(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
