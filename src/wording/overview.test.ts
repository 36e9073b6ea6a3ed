import { describe, expect, it } from "vitest";
import type { Overview } from "@/shapes/overview-shapes";
import { overviewSentence, waitingDecisions } from "./overview";

const NONE: Overview = {
  review: { held: 0, notUnderstood: 0, doubtful: 0, unconfirmed: 0, oldestAt: null },
  heldBatches: 0,
  reports: { count: 0, oldestAt: null },
  runs: [],
};

describe("the overview", () => {
  it("names what waits, the most urgent first", () => {
    const review = { ...NONE.review, held: 1, doubtful: 2 };
    const reports = { count: 1, oldestAt: new Date("2026-11-20T09:00:00Z") };
    expect(waitingDecisions({ ...NONE, review, heldBatches: 1, reports })).toEqual([
      { count: 1, what: "batch of alerts held until released", where: "deliveries" },
      { count: 1, what: "report of an error, not answered", where: "reports" },
      { count: 1, what: "edition held back: nothing of it counts", where: "review" },
      { count: 2, what: "editions published with doubts", where: "review" },
    ]);
    expect(waitingDecisions({ ...NONE, reports: { ...reports, count: 2 } })).toEqual([
      { count: 2, what: "reports of errors, not answered", where: "reports" },
    ]);
    expect(waitingDecisions(NONE)).toEqual([]);
  });

  it.each([
    [0, 0, "Nothing is broken, and nothing waits for a decision."],
    [1, 0, "One thing needs a look, and nothing waits for a decision."],
    [0, 1, "Nothing is broken, and one decision waits."],
    [2, 5, "2 things need a look, and 5 decisions wait."],
  ])("with %i problems and %i decisions begins: %s", (problems, count, sentence) =>
    expect(overviewSentence(problems, [{ count, what: "x", where: "review" }])).toBe(sentence),
  );
});
