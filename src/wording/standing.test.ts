import { describe, expect, it } from "vitest";
import type { Flag, Verdict } from "@/shapes/judgement-shapes";
import { latestCounted, standingOf, statusesSentence } from "./standing";

const flag = (own: Partial<Flag>): Flag => ({
  id: "X01-flag",
  rule: "under-review",
  ruleVersion: "1",
  severity: "at-risk",
  authority: { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire", slug: "exampleshire" },
  state: "open",
  checked: true,
  raisedAt: "2026-11-23T09:00:00.000Z",
  summary: "The agreement is marked as under review.",
  evidence: [],
  working: [],
  ...own,
});
const verdict = (own: Partial<Verdict>): Verdict => ({
  financialYear: "2024-25",
  agreementVersion: "original",
  against: "both",
  basis: "gross",
  scope: "dsg",
  baseline: false,
  promisedGbp: 20_000_000,
  actualLowGbp: 19_000_000,
  actualHighGbp: 19_000_000,
  gapGbp: -1_000_000,
  toleranceGbp: 250_000,
  planSource: "agreement",
  verdict: "met",
  ruleVersion: "1",
  checked: true,
  rangeLowGbp: null,
  rangeHighGbp: null,
  summary: "At 31 March 2025 the deficit was £19 million.",
  evidence: [],
  ...own,
});
const above = flag({
  rule: "deficit-above-profile",
  severity: "missed",
  summary: "The deficit at 31 March 2025 was £25 million, against £20 million planned in the agreement.",
});
const terms = flag({ rule: "evidence-stale", severity: "unknown", summary: "The terms are not held." });
const say = (own: Partial<Parameters<typeof standingOf>[0]>) =>
  standingOf({ status: "unknown", flags: [], verdicts: [], ...own }).sentence;

describe("how a council stands", () => {
  it.each<[string, Parameters<typeof say>[0], string]>([
    [
      "a miss with its figures",
      { status: "missed", flags: [above] },
      `Missed: the deficit at 31 March 2025 was £25 million, against £20 million planned in the agreement.`,
    ],
    [
      "a miss, and what else is as grave",
      {
        status: "missed",
        flags: [above, flag({ rule: "in-year-balance-missed", severity: "missed" }), flag({})],
      },
      "Missed: the deficit at 31 March 2025 was £25 million, against £20 million planned in the agreement. Also: in-year balance not reached.",
    ],
    [
      "what was said and done, by name",
      { status: "at-risk", flags: [flag({ rule: "payment-withheld" }), flag({}), flag({ id: "again" })] },
      "At risk: payment withheld or suspended; agreement under review.",
    ],
    [
      "nothing of cleared flags",
      { status: "at-risk", flags: [flag({ state: "cleared" })] },
      "A published figure or statement puts the agreement in doubt.",
    ],
    [
      "what kept it on track",
      { status: "on-track", verdicts: [verdict({})] },
      "On track: at 31 March 2025 the deficit was £19 million.",
    ],
    [
      "which terms are missing",
      { flags: [terms] },
      "Whether it keeps its promise can’t be judged yet. The terms are not held.",
    ],
    [
      "that nothing is planned for a judged year",
      {},
      "Whether it keeps its promise can’t be judged yet. No planned deficit is held for a year that has been judged.",
    ],
    [
      "that it never signed",
      { status: "no-agreement", flags: [above] },
      "This council signed no safety valve agreement.",
    ],
  ])("tells %s", (_, own, sentence) => expect(say(own)).toBe(sentence));

  it("gives the figures that the sentence rests on", () => {
    expect(standingOf({ status: "missed", flags: [above, flag({})], verdicts: [] }).flags).toEqual([above]);
  });
});

describe("the verdict that counts", () => {
  it.each([
    [
      "the latest decided",
      [
        verdict({ financialYear: "2023-24" }),
        verdict({ financialYear: "2025-26", verdict: "not-published" }),
      ],
      "2023-24",
    ],
    [
      "else the latest published",
      [
        verdict({ financialYear: "2023-24", verdict: "cannot-compare" }),
        verdict({ financialYear: "2025-26", verdict: "not-held" }),
      ],
      "2023-24",
    ],
    ["else the latest", [verdict({ financialYear: "2025-26", verdict: "not-published" })], "2025-26"],
    ["never the signing year", [verdict({ baseline: true })], undefined],
    ["never the first version alone", [verdict({ against: "original" })], undefined],
  ])("is %s", (_, verdicts, year) => expect(latestCounted(verdicts)?.financialYear).toBe(year));
});

describe("the sentence of the front page", () => {
  it.each([
    [
      { missed: 0, "at-risk": 13, unknown: 25, "on-track": 0, "no-agreement": 0 },
      "38 councils signed. By what is published, none is shown to have missed its agreement, 13 are at risk, none is shown to be on track, and 25 can’t be judged.",
    ],
    [
      { missed: 1, "at-risk": 1, unknown: 1, "on-track": 1, "no-agreement": 0 },
      "4 councils signed. By what is published, 1 missed its agreement, 1 is at risk, 1 is on track, and 1 can’t be judged.",
    ],
    [
      { missed: 2, "at-risk": 0, unknown: 0, "on-track": 3, "no-agreement": 0 },
      "5 councils signed. By what is published, 2 missed their agreements, 0 are at risk, 3 are on track.",
    ],
    [
      { missed: 0, "at-risk": 0, unknown: 38, "on-track": 0, "no-agreement": 0 },
      "38 councils signed. None of their promises can be judged yet.",
    ],
    [{}, "No agreement is held."],
  ])("%o", (statuses, sentence) => expect(statusesSentence(statuses)).toBe(sentence));

  it("names the day on which they were judged", () => {
    expect(statusesSentence({ missed: 1, unknown: 37 }, "24 November 2026")).toBe(
      "38 councils signed. By what we held on 24 November 2026, 1 missed its agreement, 0 are at risk, none is shown to be on track, and 37 can’t be judged.",
    );
    expect(statusesSentence({ unknown: 38 }, "24 November 2026")).toBe(
      "38 councils signed. None of their promises can be judged as of 24 November 2026.",
    );
  });
});
