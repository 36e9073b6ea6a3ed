import { type Matrix, multiply } from "./read-pdf-matrix";
import type { Dot, Rule } from "./read-pdf-rules";

/** Text painted in one go, in points from the top left corner of the page as it is read. */
export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the letters' feet. */
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
}

/** A page turned so that its text runs from left to right. */
export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** How far it was turned, clockwise: the way back to the page as it is shown. */
  readonly turned: Turn;
  readonly runs: readonly TextRun[];
  readonly rules: readonly Rule[];
  readonly dots: readonly Dot[];
  readonly painted: boolean;
}

export type Turn = 0 | 90 | 180 | 270;

/** As the library gives it. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

export interface PdfView {
  readonly width: number;
  readonly height: number;
  /** From the file's own coordinates to points from the top left corner. */
  readonly transform: Matrix;
}

/** What a page shows beside text. */
export interface Painting {
  readonly rules: readonly Rule[];
  readonly dots: readonly Dot[];
  readonly painted: boolean;
}

/**
 * One page for each direction that its text runs in: a table may stand sideways.
 *
 * @param bold the names of bold fonts
 */
export function turnedPages(
  view: PdfView,
  number: number,
  items: readonly TextItem[],
  bold: ReadonlySet<string>,
  painting: Painting,
): PdfPage[] {
  const toView = view.transform;
  const byTurn = new Map<Turn, TextRun[]>();
  for (const item of items) {
    const matrix = multiply(toView, item.transform as unknown as Matrix);
    const angle = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
    const turn = ((Math.round(angle / 90) * 90 + 360) % 360) as Turn;
    // Text across the page at an angle is a stamp or a watermark.
    if (Math.abs(((angle - turn + 540) % 360) - 180) > 10) continue;
    const [left, baseline] = turned(turn, view.width, view.height, matrix[4], matrix[5]);
    const size = Math.hypot(matrix[2], matrix[3]);
    const width = item.width * Math.hypot(toView[0], toView[1]);
    if (![left, baseline, size, width].every(Number.isFinite) || size < 1) continue;
    const run = { text: item.str, left, right: left + width, baseline, size, bold: bold.has(item.fontName) };
    const runs = byTurn.get(turn) ?? [];
    runs.push(run);
    byTurn.set(turn, runs);
  }
  const letters = (runs: readonly TextRun[]) => runs.reduce((sum, { text }) => sum + text.length, 0);
  const groups = [...byTurn].sort((a, b) => letters(b[1]) - letters(a[1]));
  const worthReading = groups.filter(([, runs], index) => index === 0 || letters(runs) >= 40);
  if (worthReading.length === 0) worthReading.push([0, []]);
  return worthReading.map(([turn, runs]) => ({
    number,
    width: turn % 180 === 0 ? view.width : view.height,
    height: turn % 180 === 0 ? view.height : view.width,
    turned: turn,
    runs,
    rules: painting.rules.map((rule) => turnedBox(rule, turn, view)),
    dots: painting.dots.map((dot) => ({ ...dot, ...turnedBox(dot, turn, view) })),
    painted: painting.painted,
  }));
}

/** A point of the page as shown, on the page turned so that text in this direction runs to the right. */
function turned(turn: Turn, width: number, height: number, x: number, y: number): [number, number] {
  switch (turn) {
    case 0:
      return [x, y];
    case 90:
      return [y, width - x];
    case 180:
      return [width - x, height - y];
    case 270:
      return [height - y, x];
  }
}

function turnedBox({ left, top, right, bottom }: Rule, turn: Turn, { width, height }: PdfView): Rule {
  const [x1, y1] = turned(turn, width, height, left, top);
  const [x2, y2] = turned(turn, width, height, right, bottom);
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
}
