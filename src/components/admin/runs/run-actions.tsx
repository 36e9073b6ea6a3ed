import type { RunDetail } from "@/shapes/run-shapes";

/** What can be done about a run: end it, do it once more, or do what was only tried. */
export function RunActions({ run }: { readonly run: RunDetail }) {
  const underWay = run.state === "queued" || run.state === "running";
  if (
    underWay ? !run.asked || run.cancelAskedBy !== null : run.job === "assess" || run.job === "check-overdue"
  ) {
    return null;
  }
  return (
    <form method="post" action="/api/admin/run" className="screen-only flex flex-wrap gap-3 pb-6">
      <input type="hidden" name="run" value={run.id} />
      {underWay ? (
        <button type="submit" name="how" value="cancel" className="button-quiet">
          Cancel
        </button>
      ) : (
        <>
          <button type="submit" name="how" value="do" className="button">
            {run.dryRun ? "Now do it" : "Run again"}
          </button>
          <button type="submit" name="how" value="try" className="button-quiet">
            {run.dryRun ? "Try again" : "Try again without keeping"}
          </button>
        </>
      )}
    </form>
  );
}
