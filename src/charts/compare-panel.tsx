import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import { type ChartPalette, PAGE_PALETTE } from "./palette";
import { alongLine, type LabelRequest, placeLabels } from "./place-labels";
import { textWidth } from "./text-width";

/** One line of a panel: points that may be joined. */
export interface PanelLine {
  readonly key: string;
  /** Forecasts and plans are drawn otherwise than what came of them. */
  readonly kind: "actual" | "forecast" | "planned";
  readonly points: readonly PanelPoint[];
}

export interface PanelPoint {
  readonly at: string;
  readonly value: number;
}

/** What all panels of a comparison share, so that they can be set against each other. */
export interface PanelFrame {
  readonly first: number;
  readonly last: number;
  readonly low: number;
  readonly high: number;
  readonly format: (value: number) => string;
}

/** The years and values of all lines, with zero among them. */
export function panelFrame(lines: readonly PanelLine[], format: PanelFrame["format"]): PanelFrame {
  const points = lines.flatMap((line) => line.points);
  const years = points.map(({ at }) => yearOf(at));
  const values = points.map(({ value }) => value);
  const first = Math.min(...years);
  return {
    first,
    last: Math.max(first + 1, ...years),
    low: Math.min(0, ...values),
    high: Math.max(0, ...values),
    format,
  };
}

const WIDTH = 328;
const HEIGHT = 176;
const TEXT = 12;

/**
 * One council's lines in the frame of all, the others faint behind them where that says something.
 *
 * Values upwards; zero is always in sight. The first and last value of each line are printed, unless there's
 * no room: the table has them all.
 *
 * @param others lines of the other councils; none where figures aren't on one footing
 */
export function comparePanel({
  id,
  title,
  description,
  lines,
  others,
  frame,
  palette = PAGE_PALETTE,
}: {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly lines: readonly PanelLine[];
  readonly others: readonly PanelLine[];
  readonly frame: PanelFrame;
  readonly palette?: ChartPalette;
}): ReactElement {
  const y = scaleLinear()
    .domain([frame.low, frame.high === frame.low ? frame.low + 1 : frame.high])
    .nice(3);
  const ticks = y.ticks(3);
  const left = Math.max(...ticks.map((tick) => textWidth(frame.format(tick), TEXT))) + 8;
  const plot = { x: left, y: 16, width: WIDTH - left - 14, height: HEIGHT - 16 - 26 };
  y.range([plot.y + plot.height, plot.y]);
  const years = scaleLinear()
    .domain([frame.first, frame.last])
    .range([plot.x + 12, plot.x + plot.width - 12]);
  const place = ({ at, value }: PanelPoint) => ({ x: round(years(yearOf(at))), y: round(y(value)) });
  const marks = lines.flatMap(({ points }) => points.map(place));
  const obstacles = [
    ...marks.map((mark) => ({ x: mark.x - 4, y: mark.y - 4, width: 8, height: 8 })),
    ...lines.flatMap(({ points }) =>
      segments(points).flatMap(({ from, to }) => alongLine(place(from), place(to))),
    ),
  ];
  const labels = placeLabels(
    lines.flatMap((line) => endLabels(line, place, frame.format)),
    { bounds: { x: plot.x, y: 0, width: WIDTH - plot.x, height: plot.y + plot.height + 4 }, obstacles },
  );

  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      <g fontSize={TEXT} fill={palette.inkSoft}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={plot.x}
              x2={plot.x + plot.width}
              y1={round(y(tick))}
              y2={round(y(tick))}
              stroke={tick === 0 ? palette.zero : palette.grid}
              strokeWidth={tick === 0 ? 1 : 0.75}
            />
            <text x={plot.x - 6} y={round(y(tick)) + 4} textAnchor="end">
              {frame.format(tick)}
            </text>
          </g>
        ))}
        <text x={round(years(frame.first))} y={HEIGHT - 6} textAnchor="middle">
          Mar {Math.round(frame.first)}
        </text>
        <text x={plot.x + plot.width} y={HEIGHT - 6} textAnchor="end">
          Mar {Math.round(frame.last)}
        </text>
      </g>
      <g stroke={palette.zero} strokeWidth={1} opacity={0.45} fill="none">
        {others.map(({ key, points }) => (
          <polyline
            key={key}
            points={points
              .map(place)
              .map(({ x, y: height }) => `${x},${height}`)
              .join(" ")}
          />
        ))}
      </g>
      {lines.map((line) => (
        <Line key={line.key} line={line} place={place} palette={palette} />
      ))}
      <g
        fontSize={TEXT}
        fontWeight={600}
        fill={palette.ink}
        stroke={palette.paper}
        strokeWidth={3}
        paintOrder="stroke"
      >
        {labels.map((label) => (
          <text key={label.key} x={round(label.x)} y={round(label.y)} textAnchor={label.anchor}>
            {label.text}
          </text>
        ))}
      </g>
    </svg>
  );
}

const DASHES = { actual: undefined, forecast: "1 4", planned: "6 4" } as const;

function Line({
  line: { kind, points },
  place,
  palette,
}: {
  readonly line: PanelLine;
  readonly place: (point: PanelPoint) => { readonly x: number; readonly y: number };
  readonly palette: ChartPalette;
}) {
  const colour = kind === "planned" ? palette.planned : palette.net;
  return (
    <g stroke={colour}>
      {segments(points).map(({ from, to }) => {
        const [a, b] = [place(from), place(to)];
        // A year end of which nothing is held isn't drawn as if it were.
        const gap = yearOf(to.at) - yearOf(from.at) > 1.1;
        return (
          <line
            key={from.at}
            {...{ x1: a.x, y1: a.y, x2: b.x, y2: b.y }}
            strokeWidth={gap ? 1.25 : 2.25}
            strokeLinecap="round"
            strokeDasharray={gap && kind === "actual" ? "2 5" : DASHES[kind]}
          />
        );
      })}
      {points.map((point) => {
        const { x, y } = place(point);
        return (
          <circle
            key={`${point.at} ${point.value}`}
            cx={x}
            cy={y}
            r={3}
            strokeWidth={1.5}
            fill={kind === "actual" ? colour : palette.paper}
          />
        );
      })}
    </g>
  );
}

function segments(points: readonly PanelPoint[]) {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from === undefined ? [] : [{ from, to }];
  });
}

/** The last value first: where there's room for one only, it's the one to have. */
function endLabels(
  { key, points }: PanelLine,
  place: (point: PanelPoint) => { readonly x: number; readonly y: number },
  format: (value: number) => string,
): LabelRequest[] {
  const [first, last] = [points[0], points.at(-1)];
  const label = (point: PanelPoint, end: "first" | "last"): LabelRequest => ({
    key: `${key} ${end}`,
    text: format(point.value),
    ...place(point),
    gap: 7,
    size: TEXT,
    prefer: end === "last" ? ["above", "above-left", "below"] : ["above", "above-right", "below"],
  });
  if (first === undefined || last === undefined) return [];
  return first === last ? [label(last, "last")] : [label(last, "last"), label(first, "first")];
}

/** A year end at the whole number of its year: 31 March 2024 is 2024. */
function yearOf(date: string): number {
  const year = Number(date.slice(0, 4));
  return date.endsWith("-03-31")
    ? year
    : (Date.parse(date) - Date.parse(`${year - 1}-03-31`)) / (365.25 * 86_400_000) + year - 1;
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
