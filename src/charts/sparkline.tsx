import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { ReactElement } from "react";
import { formatYearEnd } from "@/wording/dates";
import { formatShortGbp } from "@/wording/money";
import { type ChartPalette, PAGE_PALETTE } from "./palette";

interface SparkPoint {
  readonly asAt: string;
  /** Whole pounds, positive for a deficit. */
  readonly deficitGbp: number;
}

const WIDTH = 120;
const HEIGHT = 30;

/**
 * The course of a deficit in the space of a word, on its own scale, with zero as a thin line.
 *
 * @returns null for fewer than two points: one point has no course
 */
export function sparkline(
  points: readonly SparkPoint[],
  palette: ChartPalette = PAGE_PALETTE,
): ReactElement | null {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return null;
  const sizes = points.map(({ deficitGbp }) => deficitGbp);
  const x = scaleLinear()
    .domain([Date.parse(first.asAt), Date.parse(last.asAt)])
    .range([2, WIDTH - 5]);
  const y = scaleLinear()
    .domain([Math.min(0, ...sizes), Math.max(0, ...sizes)])
    .range([HEIGHT - 4, 5]);
  const path = line<SparkPoint>()
    .x(({ asAt }) => x(Date.parse(asAt)))
    .y(({ deficitGbp }) => y(deficitGbp));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`${formatYearEnd(first.asAt)} ${formatShortGbp(first.deficitGbp)}, ${formatYearEnd(last.asAt)} ${formatShortGbp(last.deficitGbp)}`}
    >
      <line x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} stroke={palette.zero} strokeWidth={0.75} />
      <path
        d={path([...points]) ?? ""}
        fill="none"
        stroke={palette.net}
        strokeWidth={1.75}
        strokeLinejoin="round"
      />
      <circle cx={x(Date.parse(last.asAt))} cy={y(last.deficitGbp)} r={2.75} fill={palette.net} />
    </svg>
  );
}
