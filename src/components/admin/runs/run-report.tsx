import type { ReactNode } from "react";
import { FormMessage } from "@/components/forms/form-message";
import type { RunDetail } from "@/shapes/run-shapes";
import { formatInstant } from "@/wording/dates";
import { readFromWords, runSentence, tookWords } from "@/wording/runs";
import { DryRunReport } from "./dry-run-report";
import { RunActions } from "./run-actions";
import { RunFindings } from "./run-findings";
import { RunLog } from "./run-log";
import { RunMark } from "./run-mark";
import { RunOutcomes } from "./run-outcomes";
import { RunProgressBar } from "./run-progress";

/** One run with all that is known of it, as it stands now. */
export function RunReport({ run, mayRun }: { readonly run: RunDetail; readonly mayRun: boolean }) {
  const took = tookWords(run);
  return (
    <>
      <p className="pb-4 text-base" aria-live="polite">
        <RunMark state={run.state} />. {runSentence(run)}
      </p>
      <RunProgressBar run={run} />
      {mayRun ? <RunActions run={run} /> : null}
      {run.error === null ? null : (
        <FormMessage kind="problem">
          <span className="wrap-anywhere">{run.error}</span>
        </FormMessage>
      )}
      <dl className="grid gap-x-8 gap-y-3 pb-8 text-sm sm:grid-cols-2 xl:grid-cols-4">
        <Fact name={run.requestedAt === null ? "Began" : run.state === "queued" ? "Asked for" : "Began"}>
          {formatInstant(run.at)}
        </Fact>
        <Fact name="Set off by">{run.trigger}</Fact>
        <Fact name="Sources">{run.sources.length === 0 ? "all" : run.sources.join(", ")}</Fact>
        {run.readFrom === null ? null : <Fact name="Read">{readFromWords(run.readFrom)}</Fact>}
        {took === null ? null : <Fact name="Took">{took}</Fact>}
        {run.attempts > 1 ? (
          <Fact name="Attempts">{run.attempts}: a worker ended before it was done</Fact>
        ) : null}
        {run.cancelAskedBy === null ? null : <Fact name="Cancelled by">{run.cancelAskedBy}</Fact>}
        {run.snapshotSha256 === null ? null : (
          <Fact name="Only the document">
            <a href={`/api/v1/snapshots/${run.snapshotSha256}`}>{run.snapshotSha256.slice(0, 12)}…</a>
          </Fact>
        )}
      </dl>
      {run.report?.kind === "run" && run.report.note !== null ? (
        <p className="prose-width pb-6 text-sm">{run.report.note}</p>
      ) : null}
      {run.report?.kind === "dry-run" ? <DryRunReport report={run.report} /> : null}
      <RunOutcomes run={run} mayRun={mayRun} />
      <RunFindings raised={run.raised} />
      <RunLog lines={run.lines} />
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-faint">{name}</dt>
      <dd className="mt-0.5 wrap-anywhere">{children}</dd>
    </div>
  );
}
