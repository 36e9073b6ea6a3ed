import { startYear } from "../financial-year";
import type { Trend } from "../flags/flag";
import { pence } from "../money";
import { theilSen } from "./theil-sen";
import type { YearEnd } from "./year-ends";

export const FEWEST_YEAR_ENDS = 3;

/**
 * How fast a deficit grew through its year ends, in pence a year to the nearest penny; positive where it grows.
 *
 * @returns null unless two year ends differ in time
 */
export function slopesOf(points: readonly YearEnd[]): Pick<Trend, "slope" | "slopeLow" | "slopeHigh"> | null {
  const slopes = theilSen(
    points.map(({ financialYear, deficit }) => ({ at: startYear(financialYear), amount: deficit })),
  );
  return (
    slopes && {
      slope: pence(Math.round(slopes.median)),
      slopeLow: pence(Math.round(slopes.low)),
      slopeHigh: pence(Math.round(slopes.high)),
    }
  );
}
