import { type ScaleLinear, scaleLinear } from "d3-scale";
import { formatYearEnd } from "@/wording/dates";
import { formatShortGbp } from "@/wording/money";
import { labelRequests } from "./balance-labels";
import { obstaclesOf } from "./balance-obstacles";
import type { Trajectory } from "./council-trajectory";
import { type Box, type PlacedLabel, placeLabels } from "./place-labels";
import { type PlacedMark, placeTimeMarks, rowsOf } from "./place-time-marks";
import { textWidth } from "./text-width";

export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly text: number;
}

/** From the phone to the full page; a chart is drawn at each, so that its text is never scaled. */
export const CHART_SIZES = {
  narrow: { width: 328, height: 330, text: 12 },
  middle: { width: 640, height: 380, text: 13 },
  wide: { width: 880, height: 400, text: 13 },
  /** As wide as the page, not only its column of text. */
  page: { width: 1136, height: 440, text: 14 },
} as const satisfies Record<string, ChartSize>;

export interface Tick {
  readonly at: number;
  readonly lines: readonly string[];
}

/** Where everything of a balance chart stands, in px: what is left is to draw it. */
export interface BalancePlan {
  readonly plot: Box;
  readonly x: (date: string) => number;
  readonly y: ScaleLinear<number, number>;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly { readonly at: number; readonly text: string; readonly zero: boolean }[];
  readonly marks: readonly PlacedMark[];
  readonly labels: readonly PlacedLabel[];
}

/** @throws RangeError when there is nothing to draw */
export function planBalanceChart(trajectory: Trajectory, size: ChartSize): BalancePlan {
  const { timeMarks } = trajectory;
  const dates = datesOf(trajectory);
  const first = yearOf(dates.reduce((a, b) => (a < b ? a : b)));
  const last = Math.max(yearOf(dates.reduce((a, b) => (a > b ? a : b))), first + 2);

  const y = scaleLinear().domain(extentOf(trajectory)).nice(5);
  const ticks = y.ticks(5);
  const tickTexts = ticks.map((tick) => formatShortGbp(tick));
  const left = Math.max(...tickTexts.map((text) => textWidth(text, size.text))) + 10;
  const width = size.width - left - MARGIN;
  const inset = 16;
  const years = scaleLinear()
    .domain([first, last])
    .range([left + inset, left + width - inset]);
  const x = (date: string) => years(fractionalYear(date));

  const across = { from: 0, to: left + width + MARGIN };
  const rows = rowsOf(timeMarks, x, across, size.text);
  const top = size.text * (2.1 + (timeMarks.length === 0 ? 0 : 0.8 + rows * ROW));
  const plot = { x: left, y: top, width, height: size.height - top - size.text * 2.9 };
  y.range([plot.y + plot.height, plot.y]);

  return {
    ...{ plot, x, y },
    xTicks: xTicksOf(first, last, years, size),
    yTicks: ticks.map((tick, index) => ({ at: y(tick), text: tickTexts[index] ?? "", zero: tick === 0 })),
    marks: placeTimeMarks(timeMarks, x, across, { size: size.text, foot: plot.y - size.text * 0.75 }),
    labels: placeLabels(labelRequests(trajectory, x, y, size.text), {
      bounds: { ...plot, width: plot.width + MARGIN },
      obstacles: obstaclesOf(trajectory, x, y),
    }),
  };
}

/** Right of the plot, for the last year end and for labels to lean into. */
const MARGIN = 18;
/** A row of words over the plot, in ems. */
const ROW = 1.35;

function datesOf(trajectory: Trajectory): string[] {
  const { net, unlike, forecasts, planned, gross, timeMarks } = trajectory;
  const points = [...net, ...unlike, ...forecasts, ...gross, ...planned.flatMap((series) => series.points)];
  if (points.length === 0) throw new RangeError("A balance chart needs at least one figure.");
  return [...points.map(({ asAt }) => asAt), ...timeMarks.map(({ date }) => date)];
}

/** Zero is always shown; a surplus lies below it. */
function extentOf({ net, ranges, unlike, forecasts, planned, gross, gap }: Trajectory): [number, number] {
  const sizes = [
    ...net.flatMap(({ deficitGbp, errorGbp }) => [
      deficitGbp - (errorGbp ?? 0),
      deficitGbp + (errorGbp ?? 0),
    ]),
    ...[...ranges, ...gross].flatMap(({ low, high }) => [low, high ?? low]),
    ...[...unlike, ...forecasts].map(({ deficitGbp }) => deficitGbp),
    ...planned.flatMap(({ points }) => points.map(({ deficitGbp }) => deficitGbp)),
    ...(gap === null ? [] : [gap.planned, gap.actual]),
  ];
  const low = Math.min(0, ...sizes);
  const high = Math.max(0, ...sizes);
  // Room over the highest point for its words.
  return low === high ? [0, 1_000_000] : [low, high + (high - low) * 0.06];
}

/** Years counted so that a whole number is a 31 March: 2024 is 31 March 2024. */
function fractionalYear(date: string): number {
  const year = Number(date.slice(0, 4));
  const [, month = "01", day = "01"] = date.split("-");
  const dayOfYear = Math.round(
    (Date.UTC(year, Number(month) - 1, Number(day)) - Date.UTC(year, 2, 31)) / 86_400_000,
  );
  return year + dayOfYear / 366;
}

function yearOf(date: string): number {
  return Math.round(fractionalYear(date));
}

function xTicksOf(first: number, last: number, years: ScaleLinear<number, number>, size: ChartSize): Tick[] {
  const apart = years(first + 1) - years(first);
  const oneLine = textWidth("Mar 2024", size.text) + 10;
  const twoLines = textWidth("2024", size.text) + 8;
  const split = apart < oneLine;
  const step = Math.max(1, Math.ceil((split ? twoLines : oneLine) / apart));
  const ticks: Tick[] = [];
  // Counted back from the end: the latest year end is always named.
  for (let year = last; year >= first; year -= step) {
    const text = formatYearEnd(`${year}-03-31`);
    ticks.unshift({ at: years(year), lines: split ? text.split(" ") : [text] });
  }
  return ticks;
}
