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

/** Small bars by year from a zero that is always there; an older version is a dashed edge beside the latest. */
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
    .rangeRound([0, size.width])
    .paddingInner(0.34);
  const y = scaleLinear()
    .domain([0, highest])
    .range([foot, size.text * 1.7]);
  // Every amount where there is room, else every second or third, counted back from the latest.
  const widest = Math.max(
    ...bars.flatMap(({ versions }) => versions.map(({ text }) => textWidth(text, size.text))),
    1,
  );
  const labelEvery = Math.ceil((widest + 4) / years.step());
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      fontSize={size.text}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {bars.map((bar, index) => (
        <g key={bar.key} transform={`translate(${years(bar.key) ?? 0} 0)`}>
          <Versions
            bar={bar}
            labelled={(bars.length - 1 - index) % labelEvery === 0}
            width={years.bandwidth()}
            y={y}
            foot={foot}
            palette={palette}
          />
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
  labelled,
  width,
  y,
  foot,
  palette,
}: {
  readonly bar: YearBar;
  readonly labelled: boolean;
  readonly width: number;
  readonly y: (amount: number) => number;
  readonly foot: number;
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
          {isLatest ? (
            <rect
              x={index * each}
              y={y(amount)}
              width={each}
              height={Math.max(0, foot - y(amount))}
              fill={palette.bar}
              fillOpacity={0.14}
            />
          ) : null}
          <path
            d={`M${index * each} ${y(amount)}h${each}`}
            stroke={isLatest ? palette.bar : palette.barOlder}
            strokeWidth={isLatest ? 3 : 2}
            {...(isLatest ? {} : { strokeDasharray: "4 3" })}
          />
        </g>
      ))}
      {latest && labelled ? (
        <text x={width / 2} y={top - 7} textAnchor="middle" fontWeight={600} fill={palette.ink}>
          {latest.text}
        </text>
      ) : null}
    </>
  );
}
