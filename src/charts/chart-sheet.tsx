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

/** As wide and high as cards are where pages are shared. */
export const SHEET = { width: 1200, height: 630 } as const;
const EDGE = 44;
const TITLE = 34;
const SENTENCE = 23;
const SOURCE = 15;

/** @param trajectory null where nothing is held that could be drawn: then the words stand alone */
export function chartSheet(
  { council, sentence, sourceLine }: SheetWords,
  trajectory: Trajectory | null,
  palette: ChartPalette = LIGHT_PALETTE,
): ChartSheet {
  const inner = SHEET.width - 2 * EDGE;
  const lines = wrapText(sentence, SENTENCE, inner, 3);
  const top = 66 + lines.length * SENTENCE * 1.3 + 18;
  const size = { width: inner, height: SHEET.height - top - 48, text: 17 };
  const plan = trajectory === null ? null : planBalanceChart(trajectory, size);
  const base = { x: EDGE, anchor: "start", fill: palette.ink, halo: false } as const;
  const texts: ChartText[] = [
    { ...base, key: "title", text: `${council}: ${SUBJECT}`, y: 62, size: TITLE, weight: 700 },
    ...lines.map((text, index) => ({
      ...{ ...base, key: `sentence ${index}`, text, weight: 400, size: SENTENCE },
      y: 66 + (index + 1) * SENTENCE * 1.3,
    })),
    ...(plan === null
      ? []
      : chartTexts({ plan, palette }, size).map((one) => ({ ...one, x: one.x + EDGE, y: one.y + top }))),
    {
      ...{ ...base, key: "source", text: sourceLine, weight: 400, fill: palette.inkSoft },
      ...{ y: SHEET.height - 22, size: fitting(sourceLine, inner) },
    },
  ];
  const shapes = (
    <g>
      <rect width={SHEET.width} height={SHEET.height} fill={palette.paper} />
      <rect width={SHEET.width} height={10} fill={palette.net} />
      {plan === null || trajectory === null ? null : (
        <g transform={`translate(${EDGE} ${top})`}>
          <ChartShapes plan={plan} trajectory={trajectory} palette={palette} size={size} />
        </g>
      )}
    </g>
  );
  const description = trajectory === null ? sentence : describeBalanceChart(council, trajectory);
  return { ...SHEET, shapes, texts, description };
}

/** The source line is never cut: it rather gets smaller. */
function fitting(text: string, width: number): number {
  return Math.min(SOURCE, (SOURCE * width) / textWidth(text, SOURCE));
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
