import type { ReactElement } from "react";
import { planBalanceChart } from "./balance-plan";
import { type ChartText, chartTexts, Texts } from "./chart-frame";
import { ChartShapes } from "./council-balance-chart";
import type { Trajectory } from "./council-trajectory";
import { describeBalanceChart } from "./describe-balance-chart";
import { type ChartPalette, LIGHT_PALETTE } from "./palette";
import { textWidth } from "./text-width";
import { wrapText } from "./wrap-text";

/** What a picture says that has left the site. */
export interface SheetWords {
  readonly council: string;
  /** How the council stands, as its page says it. */
  readonly sentence: string;
  /** Whose figures, as of when, and where they can be looked up. */
  readonly sourceLine: string;
}

/** A picture of a council in two layers: some programs can draw shapes but hold no text. */
export interface ChartSheet {
  readonly width: number;
  readonly height: number;
  readonly shapes: ReactElement;
  readonly texts: readonly ChartText[];
  readonly description: string;
}

/** What is owed: the name of the whole picture. */
export const SUBJECT = "deficit of the dedicated schools grant";

/** How large a picture is, and the sizes of its letters, in its own pixels. */
export interface SheetForm {
  readonly width: number;
  readonly height: number;
  readonly edge: number;
  readonly title: number;
  /** Null where the sentence stands beside the picture already. */
  readonly sentence: number | null;
  readonly labels: number;
  readonly source: number;
  /** Whether the source line may take several lines; else it gets smaller until it fits. It's never cut. */
  readonly sourceWraps: boolean;
}

/** As wide and high as cards are where pages are shared. */
export const CARD: SheetForm = {
  ...{ width: 1200, height: 630, edge: 44, title: 34, sentence: 23, labels: 17, source: 15 },
  sourceWraps: false,
};
/** For a letter: twice as fine as its column is wide, its letters large enough where a phone halves that again. */
export const LETTER: SheetForm = {
  ...{ width: 1072, height: 860, edge: 28, title: 36, sentence: null, labels: 30, source: 22 },
  sourceWraps: true,
};

/** Between one line of words and the next, in ems. */
const LINE = 1.3;
/** More than any source line takes: no end of it is lost. */
const MOST_SOURCE_LINES = 8;

/** @param trajectory null where nothing is held that could be drawn: then the words stand alone */
export function chartSheet(
  { council, sentence, sourceLine }: SheetWords,
  trajectory: Trajectory | null,
  form: SheetForm = CARD,
  palette: ChartPalette = LIGHT_PALETTE,
): ChartSheet {
  const { width, height, edge } = form;
  const inner = width - 2 * edge;
  const words = form.sentence ?? 0;
  const lines = form.sentence === null ? [] : wrapText(sentence, form.sentence, inner, 3);
  const name = fitting(`${council}: ${SUBJECT}`, form.title, inner);
  const head = form.title + 32;
  const top = head + lines.length * words * LINE + 18;
  const sources = form.sourceWraps
    ? wrapText(sourceLine, form.source, inner, MOST_SOURCE_LINES)
    : [sourceLine];
  const foot = 33 + form.source + (sources.length - 1) * form.source * LINE;
  const size = { width: inner, height: height - top - foot, text: form.labels };
  const plan = trajectory === null ? null : planBalanceChart(trajectory, size);
  const base = { x: edge, anchor: "start", fill: palette.ink, halo: false } as const;
  const texts: ChartText[] = [
    { ...base, key: "title", text: `${council}: ${SUBJECT}`, y: form.title + 28, size: name, weight: 700 },
    ...lines.map((text, index) => ({
      ...{ ...base, key: `sentence ${index}`, text, weight: 400, size: words },
      y: head + (index + 1) * words * LINE,
    })),
    ...(plan === null
      ? []
      : chartTexts({ plan, palette }, size).map((one) => ({ ...one, x: one.x + edge, y: one.y + top }))),
    ...sources.map((text, index) => ({
      ...{
        ...base,
        key: index === 0 ? "source" : `source ${index}`,
        text,
        weight: 400,
        fill: palette.inkSoft,
      },
      y: height - 22 - (sources.length - 1 - index) * form.source * LINE,
      size: fitting(text, form.source, inner),
    })),
  ];
  const shapes = (
    <g>
      <rect width={width} height={height} fill={palette.paper} />
      <rect width={width} height={10} fill={palette.net} />
      {plan === null || trajectory === null ? null : (
        <g transform={`translate(${edge} ${top})`}>
          <ChartShapes plan={plan} trajectory={trajectory} palette={palette} size={size} />
        </g>
      )}
    </g>
  );
  const description = trajectory === null ? sentence : describeBalanceChart(council, trajectory);
  return { width, height, shapes, texts, description };
}

/** A line that is never cut: it rather gets smaller. */
function fitting(text: string, size: number, width: number): number {
  return Math.min(size, (size * width) / textWidth(text, size));
}

/** The shapes alone, for a program that lays the texts over them. */
export function sheetShapes({ width, height, shapes }: ChartSheet): ReactElement {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {shapes}
    </svg>
  );
}

/** The whole picture as a drawing of its own. */
export function sheetDrawing(
  { width, height, shapes, texts, description }: ChartSheet,
  title: string,
  palette: ChartPalette = LIGHT_PALETTE,
): ReactElement {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="title"
      aria-describedby="desc"
      fontFamily="'Public Sans', 'Segoe UI', Roboto, Arial, sans-serif"
    >
      <title id="title">{title}</title>
      <desc id="desc">{description}</desc>
      {shapes}
      <Texts texts={texts} palette={palette} />
    </svg>
  );
}
