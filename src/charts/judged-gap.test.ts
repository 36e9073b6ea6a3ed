import { describe, expect, it } from "vitest";
import type { Verdict } from "@/shapes/judgement-shapes";
import { judgedGap } from "./judged-gap";

const verdict = (rest: Partial<Verdict>): Verdict => ({
  ...{
    financialYear: "2024-25",
    agreementVersion: "original",
    against: "both",
    basis: "gross",
    scope: "dsg",
  },
  ...{ baseline: false, promisedGbp: 46_000_000, actualLowGbp: 61_000_000, actualHighGbp: 61_000_000 },
  ...{
    gapGbp: 15_000_000,
    toleranceGbp: 500_000,
    planSource: "agreement",
    verdict: "missed",
    ruleVersion: "1",
  },
  ...{ checked: true, rangeLowGbp: null, rangeHighGbp: null, summary: "", evidence: [] },
  ...rest,
});

describe("the gap of the judged year", () => {
  it.each([
    ["a miss", {}, "£15m above plan", "missed"],
    ["a miss that nobody has checked", { checked: false }, "£15m above plan", "above"],
    [
      "a miss whatever the payments were",
      { verdict: "missed-at-least", actualHighGbp: 91_000_000 },
      "at least £15m above plan",
      "missed",
    ],
    ["above a plan of its own", { verdict: "above-plan", planSource: "plan" }, "£15m above plan", "above"],
    [
      "within the tolerance",
      { verdict: "within-tolerance", actualLowGbp: 46_200_000, actualHighGbp: 46_200_000, gapGbp: 200_000 },
      "£200k above plan",
      "plain",
    ],
    [
      "a promise kept",
      { verdict: "met", actualLowGbp: 45_200_000, actualHighGbp: 45_200_000, gapGbp: -800_000 },
      "£800k below plan",
      "kept",
    ],
    ["of the first version alone", { against: "original" }, "£15m above first plan", "missed"],
  ] as const)("%s", (_, rest, text, tone) => {
    expect(judgedGap([verdict(rest)])).toMatchObject({ text, tone, asAt: "2025-03-31", planned: 46_000_000 });
  });

  it.each([
    ["a signing year", { baseline: true }],
    ["a year without a gap", { gapGbp: null, verdict: "cannot-compare" }],
    ["a deficit exactly as planned", { gapGbp: 0, verdict: "met" }],
  ] as const)("there is none for %s", (_, rest) => expect(judgedGap([verdict(rest)])).toBeNull());

  it("is that of the version in force where both were judged", () => {
    const first = verdict({ against: "original", gapGbp: 20_000_000 });
    expect(judgedGap([first, verdict({ against: "current" })])?.text).toBe("£15m above plan");
  });
});
