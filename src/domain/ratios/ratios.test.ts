import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { million, year } from "@/testing/dossiers";
import { missing, present } from "../published-value";
import { deficitRatios, januaryWithin, plansWithin, type YearFigures } from "./deficit-ratios";
import { type CouncilRatios, placesOf } from "./place-of";
import { type Ranked, rankAmong } from "./rank";

const figures = (own: Partial<YearFigures> = {}): YearFigures => ({
  financialYear: year("2024-25"),
  deficit: present(million(10)),
  basis: "net",
  scope: "dsg",
  blockBeforeDeductions: present(million(40)),
  ehcPlans: present(3000),
  ...own,
});

describe("a deficit beside what it is measured against", () => {
  it("is a percentage of the block and an amount for each plan, on its own basis", () => {
    expect(deficitRatios(figures())).toEqual({
      financialYear: "2024-25",
      basis: "net",
      scope: "dsg",
      percentOfBlock: { kind: "value", value: 25 },
      perEhcPlan: { kind: "value", value: 333_333 },
    });
  });

  it("a surplus is negative", () => {
    expect(deficitRatios(figures({ deficit: present(million(-10)), basis: "gross" }))).toMatchObject({
      basis: "gross",
      percentOfBlock: { value: -25 },
      perEhcPlan: { value: -333_333 },
    });
  });

  it("nothing owed is nothing for each plan", () => {
    expect(deficitRatios(figures({ deficit: present(million(0)) })).perEhcPlan).toEqual({
      kind: "value",
      value: 0,
    });
  });

  it.each<[string, Partial<YearFigures>, object, object]>([
    [
      "no deficit",
      { deficit: missing("confidential") },
      { what: "deficit", reason: "confidential" },
      { what: "deficit", reason: "confidential" },
    ],
    [
      "no block",
      { blockBeforeDeductions: missing("not-held") },
      { what: "block", reason: "not-held" },
      { kind: "value" },
    ],
    ["no plans", { ehcPlans: missing("low") }, { kind: "value" }, { what: "ehc-plans", reason: "low" }],
    [
      "a block of nothing",
      { blockBeforeDeductions: present(million(0)) },
      { what: "block", reason: "not-applicable" },
      { kind: "value" },
    ],
    [
      "not one plan",
      { ehcPlans: present(0) },
      { kind: "value" },
      { what: "ehc-plans", reason: "not-applicable" },
    ],
  ])("%s: the missing stays missing, with its reason", (_, own, percentOfBlock, perEhcPlan) => {
    expect(deficitRatios(figures(own))).toMatchObject({ percentOfBlock, perEhcPlan });
  });

  it("the January within the year counts", () => {
    expect(januaryWithin(year("2024-25"))).toBe(2025);
    const counts = [2024, 2025, 2026].map((each) => ({ year: each, plans: present(each) }));
    expect(plansWithin(year("2024-25"), counts)).toEqual(present(2025));
    expect(plansWithin(year("2026-27"), counts)).toEqual(missing("not-held"));
    expect(plansWithin(year("2024-25"), [{ year: 2025, plans: missing("low") }])).toEqual(missing("low"));
  });
});

describe("a place among councils", () => {
  const group: Ranked[] = [
    { dfeCode: "X01", value: 30 },
    { dfeCode: "X02", value: 20 },
    { dfeCode: "X03", value: 20 },
    { dfeCode: "X04", value: 10 },
    { dfeCode: "X05", value: null },
  ];
  const placeOf = (index: number) => rankAmong(group[index] as Ranked, group);

  it("equals share the better place and the next is left out; the missing aren't counted", () => {
    expect(group.map((_, index) => placeOf(index))).toEqual([
      { rank: 1, of: 4, tiedWith: 0 },
      { rank: 2, of: 4, tiedWith: 1 },
      { rank: 2, of: 4, tiedWith: 1 },
      { rank: 4, of: 4, tiedWith: 0 },
      null,
    ]);
  });

  it("among others only, itself is counted in", () => {
    expect(rankAmong({ dfeCode: "X09", value: 25 }, group)).toEqual({ rank: 2, of: 5, tiedWith: 0 });
    expect(rankAmong({ dfeCode: "X09", value: 25 }, [])).toEqual({ rank: 1, of: 1, tiedWith: 0 });
  });

  it("never depends on the order, and every place is taken as often as it is tied", () => {
    const groups = fc
      .array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 12 })
      .map((values) => values.map((value, index): Ranked => ({ dfeCode: `X${index}`, value })));
    fc.assert(
      fc.property(groups, (councils) => {
        for (const council of councils) {
          const rank = rankAmong(council, councils);
          expect(rankAmong(council, councils.toReversed())).toEqual(rank);
          if (rank === null) continue;
          const sharing = councils.filter((other) => rankAmong(other, councils)?.rank === rank.rank);
          expect(sharing).toHaveLength(rank.tiedWith + 1);
        }
      }),
    );
  });
});

describe("places among England, region and neighbours", () => {
  const council = (
    dfeCode: string,
    deficit: number,
    region: string,
    own: Partial<YearFigures> = {},
  ): CouncilRatios => ({
    dfeCode,
    region,
    ratios: deficitRatios(figures({ deficit: present(million(deficit)), ...own })),
  });
  const own = council("X01", 10, "North");
  const all = [
    own,
    council("X02", 20, "North"),
    council("X03", 30, "South"),
    council("X04", 40, "North", { basis: "gross" }),
    council("X05", 40, "North", { scope: "high-needs" }),
    council("X06", 40, "North", { financialYear: year("2023-24") }),
    council("X07", 40, "North", { deficit: missing("not-held") }),
    council("X08", 5, "South"),
  ];

  it("only among those on the same footing", () => {
    expect(placesOf(own, all, ["X03", "X04", "X08"], "percentOfBlock")).toEqual({
      england: { rank: 3, of: 4, tiedWith: 0 },
      region: { rank: 2, of: 2, tiedWith: 0 },
      neighbours: { rank: 2, of: 3, tiedWith: 0 },
    });
  });

  it("by each plan as well", () => {
    const many = council("X02", 20, "North", { ehcPlans: present(9000) });
    expect(placesOf(own, [own, many], [], "percentOfBlock").england?.rank).toBe(2);
    expect(placesOf(own, [own, many], [], "perEhcPlan").england?.rank).toBe(1);
  });

  it.each([{ basis: "unknown" }, { scope: "unknown" }] as const)(
    "on an unknown footing it has no place: %o",
    (footing) => {
      const unknown = council("X09", 10, "North", footing);
      const twin = council("X10", 20, "North", footing);
      expect(placesOf(unknown, [unknown, twin], ["X10"], "percentOfBlock")).toEqual({
        england: null,
        region: null,
        neighbours: null,
      });
    },
  );

  it("without a figure it has none either", () => {
    const without = council("X07", 1, "North", { deficit: missing("low") });
    expect(placesOf(without, all, [], "perEhcPlan").england).toBeNull();
  });
});
