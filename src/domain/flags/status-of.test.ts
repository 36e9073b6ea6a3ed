import { describe, expect, it } from "vitest";
import { aBalance, aJudgedCouncil, anAgreement, aPlan, day, million, year } from "@/testing/dossiers";
import type { Severity } from "./flag";
import { findFlags } from "./rules";
import { statusOf } from "./status-of";

const kept = { plans: [aPlan()], balances: [aBalance({ basis: "gross", deficit: million(20) })] };
const flags = (...severities: Severity[]) => severities.map((severity) => ({ severity }));

describe("how a council stands", () => {
  it.each([
    [["missed", "at-risk", "unknown", "info"], "missed"],
    [["at-risk", "unknown", "info"], "at-risk"],
    [["unknown", "info"], "unknown"],
    [["info"], "on-track"],
    [[], "on-track"],
  ] as const)("with open flags %j: %s", (severities, status) => {
    expect(statusOf(aJudgedCouncil(kept), flags(...severities))).toBe(status);
    expect(statusOf(aJudgedCouncil(kept), flags(...severities.toReversed()))).toBe(status);
  });

  it("of one that never signed, whatever is flagged", () => {
    const never = aJudgedCouncil({ ...kept, signed: false, agreements: [] });
    expect(statusOf(never, flags("missed"))).toBe("no-agreement");
  });

  it.each([
    ["2026-11-30", "on-track"],
    ["2026-12-01", "unknown"],
  ])("on %s, 31 March 2025 being the latest: %s", (today, status) => {
    expect(statusOf(aJudgedCouncil(kept, { today: day(today) }), [])).toBe(status);
  });

  it.each([
    ["within tolerance", aPlan({ deficit: million(19.75) }), "on-track"],
    ["above it", aPlan({ deficit: million(19.74) }), "unknown"],
    ["against a plan", aPlan({ planSource: "plan" }), "unknown"],
    ["against an aim", aPlan({ planSource: "aim" }), "unknown"],
    ["against a press figure", aPlan({ planSource: "press" }), "unknown"],
  ])("%s", (_, plan, status) => {
    expect(statusOf(aJudgedCouncil({ ...kept, plans: [plan] }), [])).toBe(status);
  });

  it("isn't earned in the signing year", () => {
    const agreements = [anAgreement({ cohort: year("2024-25") })];
    expect(statusOf(aJudgedCouncil({ ...kept, agreements }), [])).toBe("unknown");
  });

  it.each([
    ["that can't be compared", aBalance({ asAt: day("2026-03-31"), basis: "unknown" })],
    [
      "for which nothing is planned",
      aBalance({ asAt: day("2026-03-31"), basis: "gross", deficit: million(1) }),
    ],
    ["of an inferred day", aBalance({ asAt: day("2026-03-31"), asAtInferred: true })],
  ])("isn't kept past a later outturn %s", (_, later) => {
    expect(statusOf(aJudgedCouncil({ ...kept, balances: [...kept.balances, later] }), [])).toBe("unknown");
  });

  it("doesn't end at a forecast", () => {
    const later = aBalance({ asAt: day("2026-03-31"), kind: "forecast" });
    expect(statusOf(aJudgedCouncil({ ...kept, balances: [...kept.balances, later] }), [])).toBe("on-track");
  });

  it("isn't earned under the first version once another stands", () => {
    const agreements = [anAgreement(), anAgreement({ version: "revised" })];
    expect(statusOf(aJudgedCouncil({ ...kept, agreements }), [])).toBe("unknown");
  });

  it("no evidence is never good news", () => {
    const nothing = aJudgedCouncil();
    expect(statusOf(nothing, findFlags(nothing))).toBe("unknown");
    expect(statusOf(nothing, [])).toBe("unknown");
  });

  it("follows from what the rules find", () => {
    const judged = aJudgedCouncil(kept);
    expect(findFlags(judged)).toEqual([]);
    const above = aJudgedCouncil({ ...kept, balances: [aBalance({ basis: "gross", deficit: million(30) })] });
    expect(statusOf(above, findFlags(above))).toBe("missed");
  });
});
