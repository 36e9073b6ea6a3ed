/** A quantity at a point in time; years and pence here. */
export interface Point {
  readonly at: number;
  readonly amount: number;
}

/** How fast something grows, robustly: no single point can carry it away. */
export interface Slopes {
  readonly median: number;
  /** The 10th percentile of the slopes between all pairs of points. */
  readonly low: number;
  /** The 90th. */
  readonly high: number;
}

/**
 * The Theil-Sen slope: the median of the slopes between all pairs of points, with the 10th and 90th
 * percentiles of the same. Percentiles between two slopes are read off in proportion.
 *
 * @returns null unless two points differ in time
 */
export function theilSen(points: readonly Point[]): Slopes | null {
  const slopes = points
    .flatMap((from, index) =>
      points
        .slice(index + 1)
        .filter(({ at }) => at !== from.at)
        .map((to) => (to.amount - from.amount) / (to.at - from.at)),
    )
    .toSorted((a, b) => a - b);
  if (slopes.length === 0) return null;
  return { median: percentile(slopes, 50), low: percentile(slopes, 10), high: percentile(slopes, 90) };
}

/** @param sorted ascending and not empty */
function percentile(sorted: readonly number[], hundredths: number): number {
  const place = ((sorted.length - 1) * hundredths) / 100;
  const below = Math.floor(place);
  const lower = sorted[below] ?? Number.NaN;
  const upper = sorted[Math.ceil(place)] ?? Number.NaN;
  return lower + (upper - lower) * (place - below);
}
