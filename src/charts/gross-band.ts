import type { Agreement, Outturn, Source } from "@/shapes/api-shapes";
import type { Verdict } from "@/shapes/judgement-shapes";
import { type BalancePoint, type Held, yearEndOf } from "./balance-series";

/** What was owed before DfE's money at a year end, as far as it is known. Whole pounds, a deficit positive. */
export interface GrossPoint {
  readonly asAt: string;
  readonly low: number;
  /** Equal to `low` where it is exact; null where nothing says how high it may be. */
  readonly high: number | null;
  /** `published` as such, or `reckoned` by adding DfE's payments to a net figure. */
  readonly how: "published" | "reckoned";
  readonly source: Source;
}

/** DfE's money between what is owed after it and what would be owed without it. */
export interface GrantBracket {
  readonly asAt: string;
  readonly net: number;
  readonly gross: number;
  readonly sumGbp: number;
  /** Some payments may not be known. */
  readonly atLeast: boolean;
}

/** Apart by less than this, two figures of one day are roundings of each other. */
const ROUNDING_GBP = 100_000;

/**
 * The like-for-like deficit by year end: as it was judged, else as it was published of the whole grant.
 *
 * Nothing is reckoned here: how DfE's payments are added back is the judge's business (docs/verdicts.md).
 */
export function grossBand(outturns: readonly Outturn[], verdicts: readonly Verdict[]): GrossPoint[] {
  const band = new Map<string, GrossPoint>();
  for (const outturn of outturns.filter(isPublishedGross)) {
    const { asAt, deficitGbp, source } = outturn;
    band.set(asAt, { ...{ asAt, source }, low: deficitGbp, high: deficitGbp, how: "published" });
  }
  for (const verdict of verdicts) {
    const { basis, scope, actualLowGbp, actualHighGbp, evidence, financialYear } = verdict;
    const [, actual] = evidence;
    if (basis !== "gross" || scope !== "dsg" || actualLowGbp === null || actual === undefined) continue;
    const asAt = yearEndOf(financialYear);
    band.set(asAt, {
      ...{ asAt, low: actualLowGbp, high: actualHighGbp, source: actual.source },
      how: actual.valueGbp === actualLowGbp ? "published" : "reckoned",
    });
  }
  return [...band.values()].sort((a, b) => a.asAt.localeCompare(b.asAt));
}

export function isPublishedGross(outturn: Outturn): outturn is Held {
  const { basis, scope, kind, deficitGbp, asAtInferred } = outturn;
  return basis === "gross" && scope === "dsg" && kind !== "forecast" && deficitGbp !== null && !asAtInferred;
}

/** Whether the band shows a published gross figure already, so that it needs no mark of its own. */
export function isInBand(
  { asAt, deficitGbp }: { readonly asAt: string; readonly deficitGbp: number },
  band: readonly GrossPoint[],
): boolean {
  return band.some(
    ({ asAt: day, low, high }) =>
      day === asAt &&
      deficitGbp >= low - ROUNDING_GBP &&
      (high === null || deficitGbp <= high + ROUNDING_GBP),
  );
}

/**
 * Brackets only where the money between the two figures is cited: payments that the judge counted in, or payments
 * that together are what lies between. Between figures of different sources there may be more than DfE's money.
 */
export function grantBrackets(
  band: readonly GrossPoint[],
  net: readonly BalancePoint[],
  verdicts: readonly Verdict[],
  agreements: readonly Pick<Agreement, "payments" | "current">[],
): GrantBracket[] {
  return band.flatMap(({ asAt, low, high, how }) => {
    const point = net.find((one) => one.asAt === asAt);
    if (point === undefined || low - point.deficitGbp <= ROUNDING_GBP) return [];
    const sumGbp = low - point.deficitGbp;
    const cited =
      how === "reckoned"
        ? verdicts.some(
            ({ financialYear, evidence: [, actual] }) =>
              yearEndOf(financialYear) === asAt && actual?.valueGbp === point.deficitGbp,
          )
        : Math.abs(paidUpTo(asAt, agreements) - sumGbp) <= ROUNDING_GBP;
    return cited ? [{ asAt, net: point.deficitGbp, gross: low, sumGbp, atLeast: high !== low }] : [];
  });
}

function paidUpTo(asAt: string, agreements: readonly Pick<Agreement, "payments" | "current">[]): number {
  const held = agreements.find(({ current, payments }) => current && payments.length > 0) ?? agreements[0];
  return (held?.payments ?? [])
    .filter(({ status, covers, financialYear, accountedIn }) => {
      const year = accountedIn ?? financialYear;
      return status === "paid" && covers === "year" && year !== null && yearEndOf(year) <= asAt;
    })
    .reduce((sum, { paidGbp = 0 }) => sum + paidGbp, 0);
}
