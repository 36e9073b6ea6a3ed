import type { BalancePlan, ChartSize } from "./balance-plan";
import type { ChartPalette } from "./palette";
import type { PlacedLabel, Tone } from "./place-labels";
import { textWidth } from "./text-width";

export interface Part {
  readonly plan: BalancePlan;
  readonly palette: ChartPalette;
}

/** Lines of the scale, with zero the strongest. */
export function Grid({
  plan: { plot, yTicks, xTicks },
  palette,
  size,
}: Part & { readonly size: { readonly text: number } }) {
  const foot = plot.y + plot.height;
  const arrow = textWidth("Owed", size.text) + size.text * 0.8;
  return (
    <g>
      <path
        d={`M${round(arrow)} ${size.text}v${-round(size.text * 0.75)}m-3.5 3.5l3.5-3.5l3.5 3.5`}
        stroke={palette.inkSoft}
        strokeWidth={1.25}
        fill="none"
      />
      {yTicks.map(({ at, text, zero }) => (
        <line
          key={text}
          x1={plot.x}
          x2={plot.x + plot.width}
          y1={at}
          y2={at}
          stroke={zero ? palette.zero : palette.grid}
          strokeWidth={zero ? 1.25 : 1}
        />
      ))}
      {xTicks.map(({ at }) => (
        <line key={at} x1={at} x2={at} y1={foot} y2={foot + 5} stroke={palette.zero} />
      ))}
    </g>
  );
}

export function TimeLines({ plan: { plot, marks }, palette }: Part) {
  return (
    <g>
      {marks.map(({ key, at, box }) => {
        const under = box.y + box.height + 1;
        const crossed = marks.some(
          (other) => other.box.y > box.y && other.box.x - 3 < at && at < other.box.x + other.box.width + 3,
        );
        return (
          <line
            key={key}
            x1={at}
            x2={at}
            y1={crossed ? plot.y - 2 : under}
            y2={plot.y + plot.height}
            stroke={palette.zero}
            strokeDasharray="1 3"
          />
        );
      })}
    </g>
  );
}

/** A text of a chart: it stands in the picture, or over it where the picture can't hold text. */
export interface ChartText {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly size: number;
  readonly fill: string;
  readonly weight: number;
  /** Written over lines, so with an edge of paper. */
  readonly halo: boolean;
}

/** Every text of the chart, those of the scale first. */
export function chartTexts({ plan, palette }: Part, size: ChartSize): ChartText[] {
  const { plot, xTicks, yTicks, marks, labels } = plan;
  const foot = plot.y + plot.height;
  const soft = { size: size.text, fill: palette.inkSoft, weight: 400, halo: false } as const;
  return [
    { ...soft, key: "owed", text: "Owed", x: 0, y: size.text, anchor: "start", weight: 600 },
    ...yTicks.map(({ at, text }) => ({
      ...{ ...soft, key: `y ${text}`, text, x: plot.x - 8, y: at + size.text * 0.35, anchor: "end" as const },
    })),
    ...xTicks.flatMap(({ at, lines }) =>
      lines.map((text, index) => ({
        ...{ ...soft, key: `x ${at} ${text}`, text, x: at, anchor: "middle" as const },
        y: foot + size.text * (1.6 + index * 1.15),
      })),
    ),
    ...marks.map(({ key, text, x, y, anchor }) => ({
      ...{ ...soft, key, text, x, y, anchor, fill: palette.ink },
    })),
    ...labels.map((label) => ({
      ...{ key: label.key, text: label.text, x: label.x, y: label.y, anchor: label.anchor },
      ...{ size: size.text, fill: toneColour(label.tone, palette), weight: weightOf(label), halo: true },
    })),
  ];
}

function weightOf({ key }: PlacedLabel): number {
  return key === "net" || key === "gap" ? 700 : key === "gross" || key.startsWith("planned") ? 600 : 450;
}

export function toneColour(tone: Tone, palette: ChartPalette): string {
  const colours: Readonly<Record<Tone, string>> = {
    ...{ net: palette.net, gross: palette.gross, planned: palette.planned, first: palette.first },
    ...{ missed: palette.missed, above: palette.atRisk, kept: palette.onTrack },
    ...{ soft: palette.inkSoft, plain: palette.ink },
  };
  return colours[tone];
}

export function Texts({
  texts,
  palette,
}: {
  readonly texts: readonly ChartText[];
  readonly palette: ChartPalette;
}) {
  return (
    <g>
      {texts.map(({ key, text, x, y, anchor, size, fill, weight, halo }) => (
        <text
          key={key}
          x={round(x)}
          y={round(y)}
          textAnchor={anchor}
          fontSize={size}
          fontWeight={weight}
          fill={fill}
          {...(halo
            ? { stroke: palette.paper, strokeWidth: 3, strokeLinejoin: "round", paintOrder: "stroke" }
            : {})}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

export function round(px: number): number {
  return Math.round(px * 10) / 10;
}
