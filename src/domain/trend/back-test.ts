import { compareYears, type FinancialYear } from "../financial-year";
import { add, type Money, pence, subtract } from "../money";
import { FEWEST_YEAR_ENDS, slopesOf } from "./trend-of";
import type { YearEnd } from "./year-ends";

/** What the trend would have said at a year end of the next one, and what came. */
export interface BackTestPoint {
  readonly madeAt: FinancialYear;
  readonly of: FinancialYear;
  readonly expected: Money;
  readonly expectedLow: Money;
  readonly expectedHigh: Money;
  readonly actual: Money;
  /** Positive where the deficit came out larger than expected. */
  readonly error: Money;
  readonly isWithinRange: boolean;
}

export const FEWEST_FOR_BACK_TEST = 6;

/**
 * The trend tried on the past: at each year end with three or more behind it, the next one held is expected
 * from those alone.
 *
 * @param points one council's year ends on one basis, in any order
 * @returns null until six year ends are held
 */
export function backTest(points: readonly YearEnd[]): readonly BackTestPoint[] | null {
  if (points.length < FEWEST_FOR_BACK_TEST) return null;
  const oldestFirst = points.toSorted((a, b) => compareYears(a.financialYear, b.financialYear));
  return oldestFirst.slice(FEWEST_YEAR_ENDS).flatMap((actual, index) => {
    const known = oldestFirst.slice(0, index + FEWEST_YEAR_ENDS);
    const [slopes, last] = [slopesOf(known), known.at(-1)];
    return slopes && last ? [pointOf(last, actual, slopes)] : [];
  });
}

function pointOf(
  last: YearEnd,
  actual: YearEnd,
  { slope, slopeLow, slopeHigh }: NonNullable<ReturnType<typeof slopesOf>>,
): BackTestPoint {
  const years = compareYears(actual.financialYear, last.financialYear);
  const expectedAt = (perYear: Money) => add(last.deficit, pence(perYear * years));
  const [expected, expectedLow, expectedHigh] = [
    expectedAt(slope),
    expectedAt(slopeLow),
    expectedAt(slopeHigh),
  ];
  return {
    madeAt: last.financialYear,
    of: actual.financialYear,
    expected,
    expectedLow,
    expectedHigh,
    actual: actual.deficit,
    error: subtract(actual.deficit, expected),
    isWithinRange: expectedLow <= actual.deficit && actual.deficit <= expectedHigh,
  };
}

/** How well the trend did over all that was tried; null where nothing was. */
export function summaryOf(
  tried: readonly BackTestPoint[],
): { readonly tried: number; readonly withinRange: number; readonly medianError: Money } | null {
  const sizes = tried.map(({ error }) => Math.abs(error)).toSorted((a, b) => a - b);
  const middle = (sizes.length - 1) / 2;
  const [lower, upper] = [sizes[Math.floor(middle)], sizes[Math.ceil(middle)]];
  if (lower === undefined || upper === undefined) return null;
  return {
    tried: tried.length,
    withinRange: tried.filter(({ isWithinRange }) => isWithinRange).length,
    medianError: pence(Math.round((lower + upper) / 2)),
  };
}
