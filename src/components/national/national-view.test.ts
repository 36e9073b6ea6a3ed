import { describe, expect, it } from "vitest";
import type { StandingRow } from "@/shapes/standings-shape";
import { isChosen, rankByGap, rankedOf } from "./national-view";

const council = (name: string, own: Partial<StandingRow> = {}): StandingRow => ({
  ...{ dfeCode: name, name, slug: name.toLowerCase(), region: "Nowhere", programme: "safety-valve" },
  ...{ status: "unknown", hidden: false, sentence: "", verdict: null, netOutturn: null, balanceHistory: [] },
  ...own,
});
const gap = (gapGbp: number | null) => ({ gapGbp }) as StandingRow["verdict"];
const deficit = (deficitGbp: number) => ({ deficitGbp }) as StandingRow["netOutturn"];
const anything = { programme: null, status: null, region: null, year: null };

describe("the ranked list", () => {
  it("has those whose gap is known first, furthest above first; then the others by deficit; then names", () => {
    const councils = [
      council("Aford"),
      council("Bford", { netOutturn: deficit(5) }),
      council("Cford", { netOutturn: deficit(900) }),
      council("Dford", { verdict: gap(-3), netOutturn: deficit(1) }),
      council("Eford", { verdict: gap(7) }),
      council("Fford", { verdict: gap(null), netOutturn: deficit(20) }),
      council("Abury"),
    ];
    expect(rankByGap(councils).map(({ name }) => name)).toEqual([
      ...["Eford", "Dford"],
      ...["Cford", "Fford", "Bford"],
      ...["Abury", "Aford"],
    ]);
  });

  it("is of the councils that signed, unless others are asked for", () => {
    const councils = [
      council("Signed"),
      council("Better", { programme: "delivering-better-value", status: "no-agreement" }),
      council("Neither", { programme: "unknown", status: "no-agreement", region: "Somewhere" }),
    ];
    const of = (view: Partial<Parameters<typeof rankedOf>[0]>) =>
      rankedOf({ ...anything, ...view }, councils).map(({ name }) => name);
    expect(of({})).toEqual(["Signed"]);
    expect(of({ region: "Somewhere" })).toEqual([]);
    expect(of({ programme: "delivering-better-value" })).toEqual(["Better"]);
    expect(of({ status: "no-agreement" })).toEqual(["Better", "Neither"]);
    expect(of({ status: "no-agreement", region: "Somewhere" })).toEqual(["Neither"]);
  });

  it.each([
    [{}, true],
    [{ programme: "safety-valve" }, true],
    [{ programme: "unknown" }, false],
    [{ status: "unknown" }, true],
    [{ status: "missed" }, false],
    [{ region: "Nowhere" }, true],
    [{ region: "Somewhere" }, false],
  ] as const)("asked for %j, a council that isn't judged: %s", (view, chosen) => {
    expect(isChosen({ ...anything, ...view }, council("Signed"))).toBe(chosen);
  });
});
