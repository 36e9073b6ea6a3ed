import { type BackTestPoint, summariesOf } from "@/domain/trend/back-test";
import type { CouncilTrend } from "@/domain/trend/trend-of";
import type { BackTest } from "@/shapes/back-test-shape";
import { gbpOf } from "./pounds";

/**
 * What the trends in the store would have foretold of their own year ends, over all councils with enough of them;
 * each basis by itself, and none where no council qualifies.
 */
export function backTestsOf(trends: readonly CouncilTrend[]): BackTest[] {
  return (["gross", "net"] as const).flatMap((basis) => {
    const same = trends.filter((trend) => trend.basis === basis);
    const tried = same.flatMap(pointsOf);
    if (tried.length === 0) return [];
    return [
      {
        basis,
        councils: same.filter((trend) => pointsOf(trend).length > 0).length,
        horizons: summariesOf(tried).map(({ medianError, ...summary }) => ({
          ...summary,
          medianErrorGbp: gbpOf(BigInt(medianError)),
        })),
      },
    ];
  });
}

/** Stored before there were back-tests, a trend has none. */
function pointsOf({ backTest }: CouncilTrend): readonly BackTestPoint[] {
  return backTest ?? [];
}
