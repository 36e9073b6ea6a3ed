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
  const start = Date.parse(first.asAt);
  const span = Math.max(1, Date.parse(last.asAt) - start);
  const low = Math.min(0, ...sizes);
  const reach = Math.max(1, Math.max(0, ...sizes) - low);
  // Two straight scales by hand: a long table draws this in the browser, where d3 would weigh more than it helps.
  const x = (date: string) => round(2 + ((Date.parse(date) - start) / span) * (WIDTH - 7));
  const y = (deficit: number) => round(HEIGHT - 4 - ((deficit - low) / reach) * (HEIGHT - 9));
  const course = points.map(({ asAt, deficitGbp }) => `${x(asAt)},${y(deficitGbp)}`).join(" ");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`${formatYearEnd(first.asAt)} ${formatShortGbp(first.deficitGbp)}, ${formatYearEnd(last.asAt)} ${formatShortGbp(last.deficitGbp)}`}
    >
      <line x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} stroke={palette.zero} strokeWidth={0.75} />
      <polyline points={course} fill="none" stroke={palette.net} strokeWidth={1.75} strokeLinejoin="round" />
      <circle cx={x(last.asAt)} cy={y(last.deficitGbp)} r={2.75} fill={palette.net} />
    </svg>
  );
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
