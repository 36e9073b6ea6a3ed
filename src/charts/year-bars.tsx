import { scaleBand, scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import type { ChartSize } from "./balance-plan";
import { type ChartPalette, PAGE_PALETTE } from "./palette";
import { textWidth } from "./text-width";

export interface YearBar {
  readonly key: string;
  /** What stands under the bar, one line each: "2023 to", "2024". */
  readonly name: readonly string[];
  /** One bar, or several side by side where a year was published more than once, oldest first. */
  readonly versions: readonly { readonly amount: number; readonly text: string; readonly latest: boolean }[];
}

export interface YearBarsInput {
  readonly title: string;
  readonly description: string;
  readonly bars: readonly YearBar[];
}

/** Small bars by year from a zero that is always there; an older version is an outline beside the latest. */
export function yearBars(
  { title, description, bars }: YearBarsInput,
  size: ChartSize,
  id: string,
  palette: ChartPalette = PAGE_PALETTE,
): ReactElement {
  const highest = Math.max(1, ...bars.flatMap(({ versions }) => versions.map(({ amount }) => amount)));
  const nameLines = Math.max(1, ...bars.map(({ name }) => name.length));
  const foot = size.height - size.text * (0.6 + nameLines * 1.25);
  const years = scaleBand()
    .domain(bars.map(({ key }) => key))
    .range([0, size.width])
    .paddingInner(0.28);
  const y = scaleLinear()
    .domain([0, highest])
    .range([foot, size.text * 1.7]);
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      fontSize={size.text}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {bars.map((bar) => (
        <g key={bar.key} transform={`translate(${years(bar.key) ?? 0} 0)`}>
          <Versions bar={bar} width={years.bandwidth()} y={y} foot={foot} size={size} palette={palette} />
          {bar.name.map((text, index) => (
            <text
              key={text}
              x={years.bandwidth() / 2}
              y={foot + size.text * (1.4 + index * 1.2)}
              textAnchor="middle"
              fill={palette.inkSoft}
            >
              {text}
            </text>
          ))}
        </g>
      ))}
      <line x1={0} x2={size.width} y1={foot} y2={foot} stroke={palette.zero} strokeWidth={1.25} />
    </svg>
  );
}

function Versions({
  bar: { versions },
  width,
  y,
  foot,
  size,
  palette,
}: {
  readonly bar: YearBar;
  readonly width: number;
  readonly y: (amount: number) => number;
  readonly foot: number;
  readonly size: ChartSize;
  readonly palette: ChartPalette;
}) {
  const each = width / versions.length;
  const latest = versions.find((version) => version.latest) ?? versions.at(-1);
  const top = Math.min(...versions.map(({ amount }) => y(amount)));
  return (
    <>
      {versions.map(({ amount, text, latest: isLatest }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: versions have no name of their own, and their order is fixed.
        <g key={index}>
          <title>{text}</title>
          <rect
            x={index * each + (isLatest ? 1 : 1.75)}
            y={isLatest ? y(amount) : y(amount) + 0.75}
            width={Math.max(1, each - (isLatest ? 2 : 3.5))}
            height={Math.max(0, foot - y(amount) - (isLatest ? 0 : 0.75))}
            fill={isLatest ? palette.bar : palette.paper}
            stroke={isLatest ? "none" : palette.barOlder}
            strokeWidth={1.5}
            {...(isLatest ? {} : { strokeDasharray: "3 2" })}
          />
        </g>
      ))}
      {latest && textWidth(latest.text, size.text) <= width * 1.34 ? (
        <text x={width / 2} y={top - 7} textAnchor="middle" fontWeight={600} fill={palette.ink}>
          {latest.text}
        </text>
      ) : null}
    </>
  );
}
