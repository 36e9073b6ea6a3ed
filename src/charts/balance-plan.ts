import { type ScaleLinear, scaleLinear } from "d3-scale";
import { formatYearEnd } from "@/wording/dates";
import { formatShortGbp } from "@/wording/money";
import { labelRequests, obstaclesOf, type TimeMark } from "./balance-labels";
import type { BalanceSeries } from "./balance-series";
import { type Box, type PlacedLabel, placeLabels } from "./place-labels";
import { textWidth } from "./text-width";

export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly text: number;
}

/** From the phone to the full page; a chart is drawn at each, so that its text is never scaled. */
export const CHART_SIZES = {
  narrow: { width: 328, height: 310, text: 12 },
  middle: { width: 600, height: 340, text: 13 },
  wide: { width: 880, height: 400, text: 13 },
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
  readonly marks: readonly (PlacedLabel & { readonly at: number })[];
  readonly labels: readonly PlacedLabel[];
}

export function planBalanceChart(
  series: BalanceSeries,
  timeMarks: readonly TimeMark[],
  size: ChartSize,
): BalancePlan {
  const dates = datesOf(series, timeMarks);
  const first = yearOf(dates.reduce((a, b) => (a < b ? a : b)));
  const last = Math.max(yearOf(dates.reduce((a, b) => (a > b ? a : b))), first + 2);

  const y = scaleLinear().domain(extentOf(series)).nice(5);
  const ticks = y.ticks(5);
  const tickTexts = ticks.map((tick) => formatShortGbp(tick));
  const left = Math.max(...tickTexts.map((text) => textWidth(text, size.text))) + 10;
  const top = size.text * 2.2 + (timeMarks.length > 0 ? size.text * 2.4 : 0);
  const bottom = size.text * 2.9;
  const plot = { x: left, y: top, width: size.width - left - 12, height: size.height - top - bottom };
  y.range([plot.y + plot.height, plot.y]);

  const inset = 16;
  const years = scaleLinear()
    .domain([first, last])
    .range([plot.x + inset, plot.x + plot.width - inset]);
  const x = (date: string) => years(fractionalYear(date));

  return {
    plot,
    x,
    y,
    xTicks: xTicksOf(first, last, years, size),
    yTicks: ticks.map((tick, index) => ({ at: y(tick), text: tickTexts[index] ?? "", zero: tick === 0 })),
    marks: placeTimeMarks(timeMarks, x, plot, size),
    labels: placeLabels(labelRequests(series, x, y, size.text), {
      bounds: { ...plot, width: plot.width + 12 },
      obstacles: obstaclesOf(series, timeMarks, x, y, plot),
    }),
  };
}

function datesOf(series: BalanceSeries, timeMarks: readonly TimeMark[]): string[] {
  const dates = [
    ...series.net.map(({ asAt }) => asAt),
    ...series.unlike.map(({ asAt }) => asAt),
    ...series.forecasts.map(({ asAt }) => asAt),
    ...series.planned.flatMap(({ points }) => points.map(({ asAt }) => asAt)),
    ...timeMarks.map(({ date }) => date),
  ];
  if (dates.length === 0) throw new RangeError("A balance chart needs at least one figure.");
  return dates;
}

/** Zero is always shown; a surplus lies below it. */
function extentOf(series: BalanceSeries): [number, number] {
  const sizes = [
    ...series.net.flatMap(({ deficitGbp, errorGbp }) => [
      deficitGbp - (errorGbp ?? 0),
      deficitGbp + (errorGbp ?? 0),
    ]),
    ...series.ranges.flatMap(({ low, high }) => [low, high]),
    ...series.unlike.map(({ deficitGbp }) => deficitGbp),
    ...series.forecasts.map(({ deficitGbp }) => deficitGbp),
    ...series.planned.flatMap(({ points }) => points.map(({ deficitGbp }) => deficitGbp)),
  ];
  const low = Math.min(0, ...sizes);
  const high = Math.max(0, ...sizes);
  return low === high ? [0, 1_000_000] : [low, high];
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

/** Labels of vertical lines stand above the plot in two rows; one that fits in neither is left out. */
function placeTimeMarks(
  timeMarks: readonly TimeMark[],
  x: (date: string) => number,
  plot: Box,
  size: ChartSize,
): (PlacedLabel & { at: number })[] {
  const placed: (PlacedLabel & { at: number })[] = [];
  for (const { date, text } of timeMarks) {
    const width = textWidth(text, size.text);
    const at = x(date);
    const right = plot.x + plot.width + 12;
    const left = Math.max(0, Math.min(at - width / 2, right - width));
    const rows = [plot.y - size.text * 1.7, plot.y - size.text * 3];
    const top = rows.find((row) =>
      placed.every(({ box }) => box.y !== row || left > box.x + box.width + 8 || box.x > left + width + 8),
    );
    if (top === undefined) continue;
    placed.push({
      key: `${date} ${text}`,
      text,
      at,
      x: left,
      y: top + size.text * 0.95,
      anchor: "start",
      size: size.text,
      box: { x: left, y: top, width, height: size.text * 1.2 },
    });
  }
  return placed;
}
