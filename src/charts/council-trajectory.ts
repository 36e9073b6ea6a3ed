import type { Authority, Outturn } from "@/shapes/api-shapes";
import { type BalanceSeries, balanceSeries } from "./balance-series";
import { type GrantBracket, type GrossPoint, grantBrackets, grossBand, isInBand } from "./gross-band";
import { type JudgedGap, judgedGap } from "./judged-gap";
import { type TimeMark, timeMarksOf } from "./time-marks";

/** What a council promised and what was published, sorted into what a chart may join and what it may not. */
export interface Trajectory extends BalanceSeries {
  readonly gross: readonly GrossPoint[];
  readonly brackets: readonly GrantBracket[];
  readonly gap: JudgedGap | null;
  readonly timeMarks: readonly TimeMark[];
}

export type Charted = Readonly<Pick<Authority, "agreements" | "verdicts" | "events" | "validTo">> & {
  readonly outturns: readonly Outturn[];
};

/** @returns null where nothing is held that has a size and a day */
export function councilTrajectory(council: Charted): Trajectory | null {
  const { outturns, agreements, verdicts } = council;
  const series = balanceSeries(outturns, agreements);
  const gross = grossBand(outturns, verdicts);
  const drawn = [series.net, series.unlike, series.forecasts, series.planned, gross];
  if (drawn.every((points) => points.length === 0)) return null;
  return {
    ...series,
    unlike: series.unlike.filter(
      (point) => point.basis !== "gross" || point.scope !== "dsg" || !isInBand(point, gross),
    ),
    gross,
    brackets: grantBrackets(gross, series.net, verdicts, agreements),
    gap: judgedGap(verdicts),
    timeMarks: timeMarksOf(council),
  };
}
