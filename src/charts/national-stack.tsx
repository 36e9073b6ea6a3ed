import { scaleBand, scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import type { ChartSize } from "./balance-plan";
import { type ChartPalette, PAGE_PALETTE } from "./palette";
import { textWidth } from "./text-width";

export interface StackBar {
  readonly key: string;
  /** What stands under the bar, one line each: "31 March", "2024". */
  readonly name: readonly string[];
  /** How the figures of this year came about: said under the bar, since unlike ones stand side by side. */
  readonly basis: string;
  /** Layers from zero upwards, and the one below zero as a negative amount; null: nothing is held. */
  readonly layers: readonly { readonly amount: number; readonly text: string }[] | null;
  /** What stands over the bar: the layers above zero together. */
  readonly sum: string;
}

export interface NationalStackInput {
  readonly title: string;
  readonly description: string;
  readonly bars: readonly StackBar[];
  /** What stands in the place of a year without figures. */
  readonly nothing: readonly string[];
  /** Names of the layers, written beside the last bar. */
  readonly layerNames: readonly string[];
}

/**
 * A year beside the next, each a stack of its own: no line joins them, since the figures of one year may rest on
 * another basis than those of the next. A year of which nothing is held keeps its place, empty.
 */
export function nationalStack(
  { title, description, bars, nothing, layerNames }: NationalStackInput,
  size: ChartSize,
  id: string,
  palette: ChartPalette = PAGE_PALETTE,
): ReactElement {
  const { text } = size;
  const amounts = bars.flatMap(({ layers }) => layers ?? []).map(({ amount }) => amount);
  const above = Math.max(1, ...bars.map(({ layers }) => total(layers, (amount) => amount > 0)));
  const below = Math.min(0, ...amounts);
  const nameLines = Math.max(1, ...bars.map(({ name }) => name.length)) + 1;
  const foot = size.height - text * (0.8 + nameLines * 1.3);
  const named = size.width >= 600;
  const margin = named ? Math.max(0, ...layerNames.map((name) => textWidth(name, text))) + 14 : 0;
  const years = scaleBand()
    .domain(bars.map(({ key }) => key))
    .rangeRound([0, size.width - margin])
    .paddingInner(0.3)
    .paddingOuter(0.12);
  const y = scaleLinear()
    .domain([below, above])
    .range([foot, text * 2]);
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      fontSize={text}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <pattern
        id={`${id}-nothing`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M3 0V7" stroke={palette.grid} strokeWidth="2" />
      </pattern>
      {bars.map((bar, index) => (
        <g key={bar.key} transform={`translate(${years(bar.key) ?? 0} 0)`}>
          {bar.layers === null ? (
            <Nothing {...{ nothing, text, y, palette }} width={years.bandwidth()} hatch={`${id}-nothing`} />
          ) : (
            <Layers
              layers={bar.layers}
              sum={bar.sum}
              names={named && index === bars.length - 1 ? layerNames : []}
              width={years.bandwidth()}
              {...{ y, text, palette }}
            />
          )}
          {[...bar.name, bar.basis].map((line, at) => (
            <text
              key={line}
              x={years.bandwidth() / 2}
              y={foot + text * (1.5 + at * 1.25)}
              textAnchor="middle"
              fill={at < bar.name.length ? palette.ink : palette.inkSoft}
              fontSize={at < bar.name.length ? text : text * 0.88}
            >
              {line}
            </text>
          ))}
        </g>
      ))}
      <line x1={0} x2={size.width - margin} y1={y(0)} y2={y(0)} stroke={palette.zero} strokeWidth={1.25} />
    </svg>
  );
}

interface Drawn {
  readonly width: number;
  readonly y: (amount: number) => number;
  readonly text: number;
  readonly palette: ChartPalette;
}

/** From zero up, each on the one before; a negative one from zero down. */
function Layers({
  layers,
  sum,
  names,
  width,
  y,
  text,
  palette,
}: Drawn & {
  readonly layers: NonNullable<StackBar["layers"]>;
  readonly sum: string;
  readonly names: readonly string[];
}) {
  const top = y(total(layers, (amount) => amount > 0));
  const drawn = layers.map(({ amount, text: words }, index) => {
    const base = amount < 0 ? 0 : total(layers.slice(0, index), (one) => one > 0);
    const [top, bottom] = [y(Math.max(base, base + amount)), y(Math.min(base, base + amount))];
    const tall = bottom - top;
    const inside = tall > text * 1.5;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: layers have no name of their own, and their order is fixed.
      <g key={index}>
        <title>{words}</title>
        <rect
          x={0.5}
          y={top}
          width={width - 1}
          height={Math.max(1, tall)}
          fill={amount < 0 ? "none" : palette.bar}
          fillOpacity={index === 0 ? 0.9 : 0.2}
          stroke={amount < 0 ? palette.barOlder : palette.bar}
          strokeWidth={1}
          {...(amount < 0 ? { strokeDasharray: "3 3" } : {})}
        />
        {inside && textWidth(words, text) < width - 4 ? (
          <text
            x={width / 2}
            y={(top + bottom) / 2 + text * 0.35}
            textAnchor="middle"
            fontWeight={600}
            fill={index === 0 ? palette.paper : palette.ink}
          >
            {words}
          </text>
        ) : null}
        {names[index] === undefined || amount === 0 ? null : (
          <text x={width + 10} y={(top + bottom) / 2 + text * 0.35} fill={palette.inkSoft}>
            {names[index]}
          </text>
        )}
      </g>
    );
  });
  return (
    <>
      {drawn}
      <text x={width / 2} y={top - 7} textAnchor="middle" fontWeight={600} fill={palette.ink}>
        {sum}
      </text>
    </>
  );
}

function Nothing({
  nothing,
  width,
  y,
  text,
  palette,
  hatch,
}: Drawn & { readonly nothing: readonly string[]; readonly hatch: string }) {
  const tall = text * 5;
  return (
    <>
      <rect x={0.5} y={y(0) - tall} width={width - 1} height={tall} fill={`url(#${hatch})`} />
      {nothing.map((line, index) => (
        <text
          key={line}
          x={width / 2}
          y={y(0) - tall / 2 + text * (0.35 + (index - (nothing.length - 1) / 2) * 1.2)}
          textAnchor="middle"
          fill={palette.inkSoft}
        >
          {line}
        </text>
      ))}
    </>
  );
}

function total(layers: StackBar["layers"], counts: (amount: number) => boolean): number {
  return (layers ?? []).reduce((sum, { amount }) => sum + (counts(amount) ? amount : 0), 0);
}
