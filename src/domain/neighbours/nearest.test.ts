import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { million } from "@/testing/dossiers";
import { type Likeness, NEIGHBOUR_COUNT, NEIGHBOUR_METHOD, nearestTo } from "./nearest";

const council = (dfeCode: string, own: Partial<Likeness> = {}): Likeness => ({
  dfeCode,
  type: "unitary",
  blockBeforeDeductions: million(40),
  ehcPlans: 3000,
  deficitPercentOfBlock: 20,
  ...own,
});

const codes = (dfeCode: string, councils: readonly Likeness[]) =>
  nearestTo(dfeCode, councils)?.map((neighbour) => neighbour.dfeCode);

describe("the nearest councils", () => {
  const far = council("X09", {
    blockBeforeDeductions: million(400),
    ehcPlans: 20_000,
    deficitPercentOfBlock: 90,
  });

  it("are those most alike, itself left out", () => {
    const near = council("X02", { ehcPlans: 3100 });
    expect(codes("X01", [council("X01"), far, near])).toEqual(["X02", "X09"]);
  });

  it.each<[string, Partial<Likeness>]>([
    ["the block", { blockBeforeDeductions: million(50) }],
    ["the plans", { ehcPlans: 4000 }],
    ["the deficit", { deficitPercentOfBlock: 30 }],
    ["the kind of council", { type: "county" }],
  ])("%s tells them apart", (_, own) => {
    const unlike = council("X02", own);
    expect(codes("X01", [council("X01"), unlike, council("X03"), far])).toEqual(["X03", "X02", "X09"]);
  });

  it("compares sizes by proportion", () => {
    const half = council("X02", { ehcPlans: 1500 });
    const double = council("X03", { ehcPlans: 6000 });
    const found = nearestTo("X01", [council("X01"), half, double]);
    expect(found?.[0]?.distance).toBeCloseTo(found?.[1]?.distance ?? Number.NaN, 9);
  });

  it("another kind of council counts as one standard deviation", () => {
    expect(nearestTo("X01", [council("X01"), council("X02", { type: "county" })])).toEqual([
      { dfeCode: "X02", distance: 1 },
    ]);
  });

  it("each figure is measured by how far councils lie apart in it", () => {
    const others = { blockBeforeDeductions: million(50), ehcPlans: 4000, deficitPercentOfBlock: 30 };
    const distance = (own: Partial<Likeness>) =>
      nearestTo("X01", [council("X01"), council("X02", own)])?.[0]?.distance;
    // Of two, each lies one standard deviation from the middle: two from the other.
    expect(distance({ ehcPlans: 3001 })).toBeCloseTo(2, 6);
    expect(distance({ ehcPlans: 9000 })).toBeCloseTo(2, 6);
    expect(distance(others)).toBeCloseTo(Math.sqrt(12), 6);
    expect(distance({ ...others, type: "county" })).toBeCloseTo(Math.sqrt(13), 6);
  });

  it("how far councils lie apart is told from all that have every figure", () => {
    const spread = [0, 10, 20, 30].map((percent, index) =>
      council(`X0${index + 1}`, { deficitPercentOfBlock: percent }),
    );
    const without = council("X05", { deficitPercentOfBlock: 900, ehcPlans: null });
    const distances = nearestTo("X01", [...spread, without])?.map(({ distance }) => distance);
    const deviation = Math.sqrt(125);
    expect(distances).toHaveLength(3);
    for (const [index, distance] of (distances ?? []).entries()) {
      expect(distance).toBeCloseTo((10 * (index + 1)) / deviation, 9);
    }
  });

  it("equals go by their code", () => {
    expect(codes("X02", [council("X03"), council("X02"), council("X01")])).toEqual(["X01", "X03"]);
  });

  it("are ten", () => {
    const many = Array.from({ length: 13 }, (_, index) => council(`X${10 + index}`));
    expect(codes("X10", many.slice(0, 12))).toHaveLength(NEIGHBOUR_COUNT);
    expect(codes("X10", many.slice(0, 10))).toHaveLength(9);
  });

  it.each<[string, Partial<Likeness>]>([
    ["block", { blockBeforeDeductions: null }],
    ["plans", { ehcPlans: null }],
    ["deficit", { deficitPercentOfBlock: null }],
    ["block above nothing", { blockBeforeDeductions: million(0) }],
    ["plan at all", { ehcPlans: 0 }],
  ])("a council without %s has none and is nobody's", (_, own) => {
    const without = council("X02", own);
    expect(nearestTo("X02", [council("X01"), without])).toBeNull();
    expect(codes("X01", [council("X01"), without, council("X03")])).toEqual(["X03"]);
  });

  it("a council that isn't there has none", () => {
    expect(nearestTo("X77", [council("X01")])).toBeNull();
    expect(nearestTo("X01", [council("X01")])).toEqual([]);
  });

  it("says openly how, and that it isn't official", () => {
    expect(NEIGHBOUR_METHOD.join(" ")).toMatch(
      /ten councils.*logarithms.*standard deviation.*not DfE’s or CIPFA’s/,
    );
  });
});

describe("for any councils", () => {
  const councils = fc.uniqueArray(
    fc.record({
      dfeCode: fc.integer({ min: 100, max: 999 }).map((code) => `X${code}`),
      type: fc.constantFrom("county", "unitary", "metropolitan"),
      blockBeforeDeductions: fc.option(fc.integer({ min: 1, max: 300 }).map(million)),
      ehcPlans: fc.option(fc.integer({ min: 1, max: 20_000 })),
      deficitPercentOfBlock: fc.option(fc.double({ min: -20, max: 150, noNaN: true })),
    }),
    { minLength: 2, maxLength: 20, selector: ({ dfeCode }) => dfeCode },
  );

  it("the order never matters, distances rise, and nobody is its own neighbour", () => {
    fc.assert(
      fc.property(councils, (all) => {
        for (const { dfeCode } of all) {
          const found = nearestTo(dfeCode, all);
          expect(nearestTo(dfeCode, all.toReversed())).toEqual(found);
          const distances = (found ?? []).map(({ distance }) => distance);
          expect(distances).toEqual(distances.toSorted((a, b) => a - b));
          expect(found?.some((neighbour) => neighbour.dfeCode === dfeCode) ?? false).toBe(false);
        }
      }),
    );
  });

  it("as far there as back", () => {
    fc.assert(
      fc.property(councils, (all) => {
        const few = all.slice(0, NEIGHBOUR_COUNT);
        for (const { dfeCode } of few) {
          for (const { dfeCode: other, distance } of nearestTo(dfeCode, few) ?? []) {
            const back = nearestTo(other, few)?.find((neighbour) => neighbour.dfeCode === dfeCode);
            expect(back?.distance).toBe(distance);
          }
        }
      }),
    );
  });
});
