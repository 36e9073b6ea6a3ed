import type { Dot } from "./read-pdf-rules";
import type { PdfPage, TextRun } from "./read-pdf-turns";

/**
 * A page's text with the bullets that are painted as shapes, as browsers do, as the letters that they stand for: a disc
 * or square right before the first words of a line. Dots elsewhere, of a chart's key for one, are no text.
 */
export function withBullets({ dots, runs }: Pick<PdfPage, "dots" | "runs">): TextRun[] {
  return [...runs, ...dots.flatMap((dot) => bulletOf(dot, runs) ?? [])];
}

function bulletOf(dot: Dot, runs: readonly TextRun[]): TextRun | null {
  const middle = (dot.top + dot.bottom) / 2;
  const isBeside = ({ baseline, size }: TextRun) =>
    middle > baseline - 0.75 * size && middle < baseline && dot.right - dot.left < 0.6 * size;
  const line = runs.filter(isBeside);
  const first = line
    .filter(({ left }) => left >= dot.right - 0.5)
    .reduce<TextRun | null>((best, run) => (best && best.left <= run.left ? best : run), null);
  if (!first) return null;
  const { baseline, size, bold } = first;
  const near = 3 * size;
  const followsWords = line.some(({ left, right }) => left < dot.left && right > dot.left - near);
  if (first.left - dot.right > near || followsWords) return null;
  return { text: dot.filled ? "\u2022" : "\u25e6", left: dot.left, right: dot.right, baseline, size, bold };
}
