import { RecordTable } from "@/components/tables/record-table";
import type { RunDetail, ToldSourceOutcome } from "@/shapes/run-shapes";
import { formatCount } from "@/wording/money";
import { shortOriginWords } from "@/wording/origin";
import { publicationStatusWords } from "@/wording/publications";
import { durationWords } from "@/wording/runs";

/** What became of each source; one that failed can be asked again by itself. */
export function RunOutcomes({ run, mayRun }: { readonly run: RunDetail; readonly mayRun: boolean }) {
  if (run.outcomes.length === 0) return null;
  return (
    <section aria-labelledby="sources" className="pb-8">
      <h2 id="sources" className="pb-2 text-xl">
        Sources
      </h2>
      <RecordTable
        caption="What became of each source"
        captionHidden
        rows={run.outcomes}
        keyOf={({ source }) => source}
        columns={[
          {
            key: "source",
            head: "Source",
            names: true,
            cell: (outcome) => (
              <>
                {outcome.source}
                <span className="unit">{shortOriginWords(outcome.origin)}</span>
              </>
            ),
          },
          {
            key: "state",
            head: "State",
            cell: (outcome) => (
              <>
                {publicationStatusWords(outcome.status)}
                {outcome.error === undefined ? null : (
                  <span className="unit max-w-md wrap-anywhere">{outcome.error}</span>
                )}
                {mayRun && isToRetry(outcome) ? <Retry run={run.id} source={outcome.source} /> : null}
              </>
            ),
          },
          {
            key: "documents",
            head: "Documents",
            numeric: true,
            from: "wide",
            cell: ({ snapshots, unchanged }) => (
              <>
                {formatCount(snapshots)}
                {unchanged > 0 ? <span className="unit">{formatCount(unchanged)} as before</span> : null}
              </>
            ),
          },
          { key: "figures", head: "Figures", numeric: true, cell: ({ figures }) => formatCount(figures) },
          {
            key: "findings",
            head: "Findings",
            numeric: true,
            from: "wide",
            cell: ({ findings }) => formatCount(findings),
          },
          {
            key: "took",
            head: "Took",
            numeric: true,
            from: "wide",
            cell: ({ durationMs }) => durationWords(durationMs),
          },
        ]}
      />
    </section>
  );
}

function isToRetry({ status }: ToldSourceOutcome): boolean {
  return status === "failed" || status === "held" || status === "partial";
}

function Retry({ run, source }: { readonly run: string; readonly source: string }) {
  return (
    <form method="post" action="/api/admin/run" className="screen-only mt-1">
      <input type="hidden" name="run" value={run} />
      <input type="hidden" name="source" value={source} />
      <button type="submit" name="how" value="do" className="button-quiet" aria-label={`Try ${source} again`}>
        Try again
      </button>
    </form>
  );
}
