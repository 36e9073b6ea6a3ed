import type { ReactElement } from "react";
import { type BalancePlan, type ChartSize, planBalanceChart } from "./balance-plan";
import { chartTexts, Grid, Texts, TimeLines } from "./chart-frame";
import type { Trajectory } from "./council-trajectory";
import { describeBalanceChart } from "./describe-balance-chart";
import { Gap, GrantBrackets, GrossBand } from "./gross-lines";
import { type ChartPalette, PAGE_PALETTE } from "./palette";
import { Promised } from "./promised-lines";
import { Published } from "./published-lines";

export interface BalanceChartInput {
  readonly council: string;
  readonly trajectory: Trajectory;
}

/**
 * A council's promised and published balance: owed upwards, zero always shown, whole pounds.
 *
 * @param id unique on the page, for the title and description
 */
export function councilBalanceChart(
  { council, trajectory }: BalanceChartInput,
  size: ChartSize,
  id: string,
  palette: ChartPalette = PAGE_PALETTE,
): ReactElement {
  const plan = planBalanceChart(trajectory, size);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      fontFamily="inherit"
    >
      <title id={`${id}-title`}>{`Published balance of ${council}`}</title>
      <desc id={`${id}-desc`}>{describeBalanceChart(council, trajectory)}</desc>
      <ChartShapes plan={plan} trajectory={trajectory} palette={palette} size={size} />
      <Texts texts={chartTexts({ plan, palette }, size)} palette={palette} />
    </svg>
  );
}

/** All of the chart but its texts, from the back to the front. */
export function ChartShapes(part: {
  readonly plan: BalancePlan;
  readonly trajectory: Trajectory;
  readonly palette: ChartPalette;
  readonly size: ChartSize;
}) {
  return (
    <g>
      <Grid {...part} />
      <GrossBand {...part} />
      <TimeLines {...part} />
      <GrantBrackets {...part} />
      <Promised {...part} />
      <Published {...part} />
      <Gap {...part} />
    </g>
  );
}
