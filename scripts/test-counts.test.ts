import { describe, expect, it } from "vitest";
import { addUp, countPlaywright, countVitest, failure } from "./test-counts.mjs";

const vitest = (passed: number, failed: number, files: { status: string; tests: string[] }[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: files.map(({ status, tests }) => ({
    status,
    assertionResults: tests.map((test) => ({ status: test })),
  })),
});
const playwright = (expected: number, unexpected: number) => ({
  stats: { expected, unexpected, flaky: 1, skipped: 4 },
});

describe("countVitest", () => {
  it.each([
    ["all passed", vitest(5, 0), 0, 5, 0],
    ["one failed", vitest(5, 1, [{ status: "failed", tests: ["failed"] }]), 1, 5, 1],
    ["a file could not be loaded", vitest(5, 0, [{ status: "failed", tests: [] }]), 1, 5, 1],
    [
      "a file's set-up broke after its tests",
      vitest(5, 0, [{ status: "failed", tests: ["passed"] }]),
      1,
      5,
      1,
    ],
    ["an error outside any test", vitest(5, 0), 1, 5, 1],
    ["killed before it could say", vitest(5, 0), undefined, 5, 1],
    ["nothing ran", vitest(0, 0), 0, 0, 1],
  ])("%s", (_, report, exitCode, passed, failed) => {
    expect(countVitest(report, exitCode)).toMatchObject({ passed, failed, skipped: 3 });
  });

  it("takes a missing report for a failure", () => {
    expect(countVitest(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("countPlaywright", () => {
  it.each([
    ["all passed, one at the second try", playwright(5, 0), 0, 6, 0],
    ["two failed", playwright(5, 2), 1, 6, 2],
    ["the server did not start", { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 4 } }, 1, 0, 1],
    ["no spec was found", { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 4 } }, 0, 0, 1],
  ])("%s", (_, report, exitCode, passed, failed) => {
    expect(countPlaywright(report, exitCode)).toMatchObject({ passed, failed, skipped: 4 });
  });

  it("takes a missing report for a failure", () => {
    expect(countPlaywright(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("addUp", () => {
  it("adds, and keeps what must be said", () => {
    expect(
      addUp([{ passed: 3, failed: 0, skipped: 1 }, failure("lint"), { passed: 4, failed: 0, skipped: 0 }]),
    ).toEqual({
      passed: 7,
      failed: 1,
      skipped: 1,
      notes: ["failed: lint"],
    });
  });
});
