import { describe, expect, it } from "vitest";
import { type SourceRun, troubleWith } from "./source-health";

/** Oldest first: `x` failed, `.` went well; run n is on the n-th of November and failed for "reason n". */
function runs(fared: string): SourceRun[] {
  return [...fared]
    .map((sign, index) => ({
      runId: `run ${index + 1}`,
      at: new Date(Date.UTC(2026, 10, index + 1)),
      failed: sign === "x",
      because: sign === "x" ? `reason ${index + 1}` : null,
    }))
    .reverse();
}

const day = (date: Date) => date.getUTCDate();

describe("what admins are told of a source", () => {
  it.each(["", ".", "...", "x", "xx", ".xx", "xx.", "x.x.x", "xx.xx", "xxx.x", "xxx.xx", "xxx.x."])(
    'is nothing after "%s"',
    (fared) => {
      expect(troubleWith(runs(fared))).toBeNull();
    },
  );

  it.each([
    ["xxx", 3, 1, 3],
    [".xxx", 3, 2, 4],
    ["xx.xxx", 3, 4, 6],
    ["xxxx", 4, 1, 4],
    ["xxx.xxxxx", 5, 5, 9],
  ])('is that it fails after "%s"', (fared, failures, since, at) => {
    const trouble = troubleWith(runs(fared));
    expect(trouble).toMatchObject({
      state: "failing",
      failures,
      because: `reason ${at}`,
      runId: `run ${at}`,
    });
    expect(trouble && [day(trouble.since), day(trouble.at)]).toEqual([since, at]);
  });

  it.each([
    ["xxx.", 3, 1, 4],
    ["xxx...", 3, 1, 4],
    [".xxxx..", 4, 2, 6],
  ])('is that it has recovered after "%s"', (fared, failures, since, at) => {
    const trouble = troubleWith(runs(fared));
    expect(trouble).toMatchObject({
      state: "recovered",
      failures,
      because: `reason ${at - 1}`,
      runId: `run ${at}`,
    });
    expect(trouble && [day(trouble.since), day(trouble.at)]).toEqual([since, at]);
  });
});
