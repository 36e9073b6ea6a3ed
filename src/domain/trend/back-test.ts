import { compareYears, type FinancialYear } from "../financial-year";
import { add, type Money, pence, subtract } from "../money";
import { FEWEST_YEAR_ENDS, slopesOf } from "./slopes-of";
import type { YearEnd } from "./year-ends";

/** What the trend would have said at a year end of a later one, and what came. */
export interface BackTestPoint {
  readonly madeAt: FinancialYear;
  readonly of: FinancialYear;
  /** Years from the one to the other: 1 is the next year end. */
  readonly yearsAhead: number;
  readonly expected: Money;
  readonly expectedLow: Money;
  readonly expectedHigh: Money;
  readonly actual: Money;
  /** Positive where the deficit came out larger than expected. */
  readonly error: Money;
  readonly isWithinRange: boolean;
}

/** How well trends did over all that was tried at one distance. */
export interface BackTestSummary {
  readonly yearsAhead: number;
  readonly tried: number;
  /** How many year ends fell within the range, its ends included. */
  readonly withinRange: number;
  /** The median of the errors' sizes: never negative. */
  readonly medianError: Money;
}

export const FEWEST_FOR_BACK_TEST = 6;

/**
 * The trend tried on the past: at each year end with three or more behind it, itself among them, every later one
 * held is expected from those alone.
 *
 * @param points one council's year ends on one basis, in any order
 * @returns null until six year ends are held
 */
export function backTest(points: readonly YearEnd[]): readonly BackTestPoint[] | null {
  if (points.length < FEWEST_FOR_BACK_TEST) return null;
  const oldestFirst = points.toSorted((a, b) => compareYears(a.financialYear, b.financialYear));
  return oldestFirst.slice(FEWEST_YEAR_ENDS - 1, -1).flatMap((last, index) => {
    const heldThen = index + FEWEST_YEAR_ENDS;
    const slopes = slopesOf(oldestFirst.slice(0, heldThen));
    return slopes ? oldestFirst.slice(heldThen).map((actual) => pointOf(last, actual, slopes)) : [];
  });
}

function pointOf(
  last: YearEnd,
  actual: YearEnd,
  { slope, slopeLow, slopeHigh }: NonNullable<ReturnType<typeof slopesOf>>,
): BackTestPoint {
  const yearsAhead = compareYears(actual.financialYear, last.financialYear);
  const expectedAt = (perYear: Money) => add(last.deficit, pence(perYear * yearsAhead));
  const [expected, expectedLow, expectedHigh] = [
    expectedAt(slope),
    expectedAt(slopeLow),
    expectedAt(slopeHigh),
  ];
  return {
    madeAt: last.financialYear,
    of: actual.financialYear,
    yearsAhead,
    expected,
    expectedLow,
    expectedHigh,
    actual: actual.deficit,
    error: subtract(actual.deficit, expected),
    isWithinRange: expectedLow <= actual.deficit && actual.deficit <= expectedHigh,
  };
}

/** How well the trend did over all that was tried, by how far ahead it looked, the nearest first. */
export function summariesOf(tried: readonly BackTestPoint[]): readonly BackTestSummary[] {
  const distances = [...new Set(tried.map(({ yearsAhead }) => yearsAhead))].toSorted((a, b) => a - b);
  return distances.map((yearsAhead) => {
    const same = tried.filter((point) => point.yearsAhead === yearsAhead);
    return {
      yearsAhead,
      tried: same.length,
      withinRange: same.filter(({ isWithinRange }) => isWithinRange).length,
      medianError: medianSize(same.map(({ error }) => error)),
    };
  });
}

/** @param errors at least one */
function medianSize(errors: readonly Money[]): Money {
  const sizes = errors.map(Math.abs).toSorted((a, b) => a - b);
  const middle = (sizes.length - 1) / 2;
  const [lower, upper] = [sizes[Math.floor(middle)] ?? Number.NaN, sizes[Math.ceil(middle)] ?? Number.NaN];
  return pence(Math.round((lower + upper) / 2));
}
