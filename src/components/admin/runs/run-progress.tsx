import type { RunDetail } from "@/shapes/run-shapes";
import { shareDone, stepWords } from "@/wording/runs";

/** Where a run is, while it goes on. */
export function RunProgressBar({ run }: { readonly run: RunDetail }) {
  const { progress, state } = run;
  if (state !== "queued" && state !== "running") return null;
  const words =
    progress === null ? (state === "queued" ? "Waiting for a worker" : "Beginning") : stepWords(progress);
  const share = progress === null ? 0 : shareDone(progress);
  return (
    <div className="max-w-3xl pb-6">
      <label htmlFor="progress" className="text-sm font-medium">
        {words}
      </label>
      <progress id="progress" max={100} value={Math.round(share * 100)} className="progress-bar mt-2">
        {Math.round(share * 100)} %
      </progress>
      {progress?.document ? (
        <p className="mt-1 text-xs wrap-anywhere text-ink-faint">{progress.document.url}</p>
      ) : null}
    </div>
  );
}
