import type { ReactElement } from "react";
import { type ChartPalette, PAGE_PALETTE } from "./palette";
import { PAGE_STATUS_PALETTE } from "./status-shapes";

const WIDTH = 150;
/** As high as the sparkline of the same row; the bar lies in the middle. */
const HEIGHT = 30;
const BAR = { top: 10.5, height: 10 } as const;

/** From where to where bars of one rank go, in whole pounds; zero is always between. */
export interface BarReach {
  readonly low: number;
  readonly high: number;
}

export function reachOf(amounts: readonly number[]): BarReach {
  return { low: Math.min(0, ...amounts), high: Math.max(0, ...amounts, 1) };
}

/**
 * One bar of a ranked list, from a zero that all of the list share. Above the plan it is filled, below it hollow; a
 * deficit that is held against no plan is grey and hatched like everything that isn't judged.
 * Only what is judged to be missed is red: a council can be above a plan and within the tolerance.
 *
 * @param amountGbp positive is above the plan, or a deficit
 */
export function rankedBar(
  { amountGbp, of, reach }: { amountGbp: number; of: "missed" | "gap" | "deficit"; reach: BarReach },
  id: string,
  palette: ChartPalette = PAGE_PALETTE,
  status: Pick<typeof PAGE_STATUS_PALETTE, "missed" | "unknown"> = PAGE_STATUS_PALETTE,
): ReactElement {
  const x = (gbp: number) => round(((gbp - reach.low) / (reach.high - reach.low)) * (WIDTH - 2) + 1);
  const [from, to] = [x(Math.min(0, amountGbp)), x(Math.max(0, amountGbp))];
  const hatched = of === "deficit";
  const colour = hatched ? status.unknown : of === "missed" ? status.missed : palette.net;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {hatched ? (
        <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M2 0V4" stroke={colour} strokeWidth="1.2" />
        </pattern>
      ) : null}
      <rect
        x={from}
        y={BAR.top}
        width={Math.max(1, round(to - from))}
        height={BAR.height}
        fill={hatched ? `url(#${id})` : amountGbp > 0 ? colour : "none"}
        stroke={colour}
        strokeWidth={1}
      />
      <line
        x1={x(0)}
        x2={x(0)}
        y1={BAR.top - 3}
        y2={BAR.top + BAR.height + 3}
        stroke={palette.zero}
        strokeWidth={1.25}
      />
    </svg>
  );
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
