import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aBalance, aDossier, million, year } from "@/testing/dossiers";
import { lastDay } from "../financial-year";
import { pence } from "../money";
import { type BackTestPoint, backTest, summariesOf } from "./back-test";
import { trendOf } from "./trend-of";
import type { YearEnd } from "./year-ends";

const ends = (...amounts: readonly number[]): YearEnd[] =>
  amounts.map((amount, index) => ({
    financialYear: year(`${2018 + index}-${19 + index}`),
    deficit: million(amount),
    refs: [],
  }));

describe("the trend tried on the past", () => {
  it("not before six year ends are held", () => {
    expect(backTest(ends(1, 2, 3, 4, 5))).toBeNull();
    expect(backTest(ends(1, 2, 3, 4, 5, 6))).not.toBeNull();
  });

  it("expects every later year end from those held by then alone, three at least", () => {
    const tried = backTest(ends(1, 2, 3, 4, 5, 9)) ?? [];
    expect(
      tried.map(({ madeAt, of, yearsAhead, expected, error }) => [madeAt, of, yearsAhead, expected, error]),
    ).toEqual([
      ["2020-21", "2021-22", 1, million(4), 0],
      ["2020-21", "2022-23", 2, million(5), 0],
      ["2020-21", "2023-24", 3, million(6), million(3)],
      ["2021-22", "2022-23", 1, million(5), 0],
      ["2021-22", "2023-24", 2, million(6), million(3)],
      ["2022-23", "2023-24", 1, million(6), million(3)],
    ]);
    expect(tried.map(({ isWithinRange }) => isWithinRange)).toEqual([true, true, false, true, false, false]);
  });

  it("has the range of the trend, which widens with the years", () => {
    const [next, afterNext] = backTest(ends(0, 1, 4, 6, 8, 10)) ?? [];
    // By 2020-21 the deficit grew by 1 to 3 a year: 1, 2 and 3 between the pairs.
    expect(next).toMatchObject({
      ...{ expected: million(6), expectedLow: million(5.2), expectedHigh: million(6.8) },
      ...{ actual: million(6), error: 0, isWithinRange: true },
    });
    expect(afterNext).toMatchObject({
      ...{ yearsAhead: 2, expected: million(8), expectedLow: million(6.4), expectedHigh: million(9.6) },
    });
  });

  it.each([
    [5.2, true],
    [5.19, false],
    [6.8, true],
    [6.81, false],
  ])("£%s million is within £5.2 million to £6.8 million: %s", (actual, expected) => {
    expect(backTest(ends(0, 1, 4, actual, 8, 10))?.[0]?.isWithinRange).toBe(expected);
  });

  it("whatever order they come in, and over years that are missing", () => {
    const points = ends(1, 2, 3, 4, 5, 6, 7);
    expect(backTest(points.toReversed())).toEqual(backTest(points));
    const gap = points.filter(({ financialYear }) => financialYear !== "2021-22");
    expect(backTest(gap)?.[0]).toMatchObject({
      ...{ madeAt: "2020-21", of: "2022-23", yearsAhead: 2 },
      ...{ expected: million(5), error: 0 },
    });
  });

  it("what came later never changes what was expected", () => {
    const amounts = fc.array(fc.integer({ min: -100, max: 500 }), { minLength: 6, maxLength: 9 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: -100, max: 500 }), (held, last) => {
        const expected = (points: readonly BackTestPoint[] | null) =>
          points?.map(({ madeAt, of, expected: mid, expectedLow: low, expectedHigh: high }) => {
            expect(low).toBeLessThanOrEqual(high);
            return [madeAt, of, mid, low, high];
          });
        expect(expected(backTest(ends(...held.slice(0, -1), last)))).toEqual(
          expected(backTest(ends(...held))),
        );
      }),
    );
  });

  it("is kept with the trend of a council that has year ends enough", () => {
    const council = (count: number) =>
      aDossier({
        ...{ signed: false, agreements: [] },
        balances: ends(1, 2, 3, 4, 5, 6)
          .slice(0, count)
          .map(({ financialYear, deficit }) => aBalance({ asAt: lastDay(financialYear), deficit })),
      });
    expect(trendOf(council(5))).toMatchObject({ kind: "trend", trend: { backTest: null } });
    expect(trendOf(council(6))).toMatchObject({
      kind: "trend",
      trend: { backTest: backTest(ends(1, 2, 3, 4, 5, 6)) },
    });
  });
});

describe("summed up by how far ahead it looked", () => {
  it("nothing tried is nothing to say", () => {
    expect(summariesOf([])).toEqual([]);
  });

  it("how many, how many within the range, and the median size of the errors", () => {
    expect(summariesOf(backTest(ends(1, 2, 3, 4, 5, 9)) ?? [])).toEqual([
      { yearsAhead: 1, tried: 3, withinRange: 2, medianError: 0 },
      { yearsAhead: 2, tried: 2, withinRange: 1, medianError: million(1.5) },
      { yearsAhead: 3, tried: 1, withinRange: 0, medianError: million(3) },
    ]);
  });

  it("an error counts by its size, above or below, whatever the order", () => {
    const [point] = backTest(ends(1, 2, 3, 4, 5, 6)) ?? [];
    if (!point) throw new Error("Nothing was tried.");
    const erring = (...errors: readonly number[]) =>
      errors.map((error) => ({ ...point, error: pence(error) }));
    expect(summariesOf(erring(-10, 1, 30))[0]?.medianError).toBe(10);
    expect(summariesOf(erring(30, -10, 1, -20))[0]?.medianError).toBe(15);
    expect(summariesOf(erring(-4, 1))[0]?.medianError).toBe(3);
  });
});
