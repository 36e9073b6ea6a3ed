/** How one run fared with one source. */
export interface SourceRun {
  readonly runId: string;
  readonly at: Date;
  readonly failed: boolean;
  /** Why, of one that failed. */
  readonly because: string | null;
}

/** So many failures in a row aren't a bad moment any more. */
export const FAILURES_TO_ALARM = 3;

export interface SourceTrouble {
  readonly state: "failing" | "recovered";
  readonly failures: number;
  /** What the last of them failed for. */
  readonly because: string;
  /** The first of them. */
  readonly since: Date;
  /** The last attempt; of one that recovered: the first that went well again. */
  readonly at: Date;
  /** That attempt's run. */
  readonly runId: string;
}

/**
 * What there is to tell admins about a source: that it keeps failing, or that it does no longer.
 *
 * @param runs newest first
 * @returns null when it's as it should be, or has only failed once or twice
 */
export function troubleWith(runs: readonly SourceRun[]): SourceTrouble | null {
  const lastFailure = runs.findIndex(({ failed }) => failed);
  if (lastFailure === -1) return null;
  const row = runs.slice(lastFailure);
  const end = row.findIndex(({ failed }) => !failed);
  const failures = end === -1 ? row : row.slice(0, end);
  const [last, first] = [failures[0], failures.at(-1)];
  if (!last || !first || failures.length < FAILURES_TO_ALARM) return null;
  const recovery = runs[lastFailure - 1];
  return {
    state: recovery ? "recovered" : "failing",
    failures: failures.length,
    because: last.because ?? "no reason is known",
    since: first.at,
    at: (recovery ?? last).at,
    runId: (recovery ?? last).runId,
  };
}
