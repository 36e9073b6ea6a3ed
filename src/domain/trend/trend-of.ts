import { compareYears, type FinancialYear, financialYearStarting, startYear } from "../financial-year";
import type { Trend } from "../flags/flag";
import { type Money, NO_MONEY, pence } from "../money";
import type { CouncilDossier, HeldAgreement } from "../verdicts/held-figures";
import { type BackTestPoint, backTest } from "./back-test";
import { FEWEST_YEAR_ENDS, slopesOf } from "./slopes-of";
import { type YearEnd, yearEndsOf } from "./year-ends";

/** A trend, or why none is drawn. */
export type TrendFound =
  | { readonly kind: "trend"; readonly trend: CouncilTrend }
  | { readonly kind: "none"; readonly reason: NoTrendReason; readonly yearEnds: number };

/**
 * `receipts-incomplete`: enough year ends are held, but of too few is it known how much DfE money is in them.
 */
export type NoTrendReason = "fewer-than-three-year-ends" | "receipts-incomplete";

export interface CouncilTrend extends Trend {
  readonly promised: Promised | null;
  /** Tried on its own past; null with too few year ends for that. */
  readonly backTest: readonly BackTestPoint[] | null;
}

export interface Promised {
  /** `clearance`: the deficit gone; `balance`: no longer growing. */
  readonly what: "clearance" | "balance";
  readonly by: FinancialYear;
  /**
   * Pence a year, from the last year end held to the promised one. For clearance the yearly fall of the deficit
   * that would clear it; for balance the amount by which each year's growth would have to be smaller than the
   * year's before.
   */
  readonly neededPerYear: Money;
}

/** Beyond this no line of a few years says anything. */
const HORIZON_YEARS = 50;

/**
 * Where a council's year ends lead if they go on as they did: the Theil-Sen slope, drawn on from the last year
 * end held, with the 10th and 90th percentiles of all pairwise slopes.
 */
export function trendOf(dossier: CouncilDossier): TrendFound {
  const { basis, points, held } = yearEndsOf(dossier);
  const slopes = points.length < FEWEST_YEAR_ENDS ? null : slopesOf(points);
  const last = points.at(-1);
  if (slopes === null || !last) {
    const reason = held < FEWEST_YEAR_ENDS ? "fewer-than-three-year-ends" : "receipts-incomplete";
    return { kind: "none", reason, yearEnds: points.length };
  }
  const promised = promisedBy(dossier.agreements.at(-1), last, slopes.slope);
  return {
    kind: "trend",
    trend: {
      basis,
      years: points.map(({ financialYear }) => financialYear),
      ...slopes,
      clearsBy: clearanceOf(last, slopes.slope),
      clearsByEarliest: clearanceOf(last, slopes.slopeLow),
      clearsByLatest: clearanceOf(last, slopes.slopeHigh),
      neededPerYear: promised?.what === "clearance" ? promised.neededPerYear : null,
      promised,
      backTest: backTest(points),
      refs: points.flatMap(({ refs }) => refs),
    },
  };
}

/** The first year end without a deficit; null where it isn't in sight. */
function clearanceOf({ financialYear, deficit }: YearEnd, slope: Money): FinancialYear | null {
  if (deficit <= 0) return financialYear;
  if (slope >= 0) return null;
  const years = Math.ceil(deficit / -slope);
  return years > HORIZON_YEARS ? null : financialYearStarting(startYear(financialYear) + years);
}

/** Null where nothing is promised, or the promised year is over by the last year end held. */
function promisedBy(agreement: HeldAgreement | undefined, last: YearEnd, slope: Money): Promised | null {
  const { clearedBy = null, balanceBy = null } = agreement ?? {};
  const by = clearedBy ?? balanceBy;
  if (by === null || compareYears(by, last.financialYear) <= 0) return null;
  const years = compareYears(by, last.financialYear);
  const [what, distance] =
    clearedBy === null ? (["balance", slope] as const) : (["clearance", last.deficit] as const);
  return { what, by, neededPerYear: distance <= 0 ? NO_MONEY : pence(Math.ceil(distance / years)) };
}
