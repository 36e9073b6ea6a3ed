// Adds up what the runners report. A runner that crashed, or ran nothing, counts as a failure: a green
// line must mean that tests ran.

/**
 * @typedef {{ passed: number, failed: number, skipped: number, note?: string }} Count
 */

/** @param {string} what @returns {Count} */
export const failure = (what) => ({ passed: 0, failed: 1, skipped: 0, note: `failed: ${what}` });

/**
 * @param {any} report Vitest's JSON report
 * @param {number | undefined} exitCode
 * @returns {Count}
 */
export function countVitest(report, exitCode) {
  if (report === undefined) return failure("the unit tests did not run to their end");
  const crashedFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const count = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + crashedFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return believe(count, exitCode, "the unit tests");
}

/**
 * @param {any} report Playwright's JSON report
 * @param {number | undefined} exitCode
 * @returns {Count}
 */
export function countPlaywright(report, exitCode) {
  if (report === undefined) return failure("the end-to-end tests did not run to their end");
  const { expected, flaky, unexpected, skipped } = report.stats;
  return believe({ passed: expected + flaky, failed: unexpected, skipped }, exitCode, "the end-to-end tests");
}

/**
 * @param {Count} count
 * @param {number | undefined} exitCode
 * @param {string} what
 * @returns {Count}
 */
function believe(count, exitCode, what) {
  if (count.failed > 0) return { ...count, note: `failed: ${count.failed} of ${what}` };
  if (exitCode !== 0) return { ...count, failed: 1, note: `failed: ${what} ended with exit ${exitCode}` };
  if (count.passed === 0) return { ...count, failed: 1, note: `failed: none of ${what} ran` };
  return count;
}

/**
 * @param {readonly Count[]} counts
 * @returns {{ passed: number, failed: number, skipped: number, notes: string[] }}
 */
export function addUp(counts) {
  const sum = (of) => counts.reduce((total, count) => total + count[of], 0);
  return {
    passed: sum("passed"),
    failed: sum("failed"),
    skipped: sum("skipped"),
    notes: counts.flatMap(({ note }) => note ?? []),
  };
}
