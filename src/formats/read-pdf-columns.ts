import { type Line, linesOf } from "./read-pdf-lines";
import type { PdfPage, TextRun } from "./read-pdf-pages";

const MIN_LINES = 6;

/**
 * The lines of a page in the order in which they are read: down the left column, then down the right one,
 * where the page is set in two columns; what crosses both stands between.
 */
export function linesInReadingOrder(page: PdfPage): Line[] {
  const lines = linesOf(page);
  const gutter = findGutter(lines);
  if (gutter === null) return lines;
  const order: Line[] = [];
  let band: Line[] = [];
  const close = () => {
    const runs = runsIn(page, band);
    order.push(
      ...linesOf(
        page,
        runs.filter(({ right }) => right <= gutter + 1),
      ),
    );
    order.push(
      ...linesOf(
        page,
        runs.filter(({ left }) => left >= gutter - 1),
      ),
    );
    band = [];
  };
  for (const line of lines) {
    if (line.pieces.some(({ left, right }) => left < gutter - 1 && right > gutter + 1)) {
      close();
      order.push(line);
    } else band.push(line);
  }
  close();
  return order;
}

function runsIn(page: PdfPage, band: readonly Line[]): TextRun[] {
  const [first, last] = [band[0], band.at(-1)];
  if (!first || !last) return [];
  return page.runs.filter(
    ({ baseline, size }) => baseline >= first.baseline - size * 0.7 && baseline <= last.baseline + size * 0.7,
  );
}

/** The empty strip between two columns of running text; tables have one too, but their cells aren't full lines. */
function findGutter(lines: readonly Line[]): number | null {
  const pieces = lines.flatMap((line) => line.pieces);
  if (pieces.length < 2 * MIN_LINES) return null;
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  for (let share = 0.4; share <= 0.6; share += 0.01) {
    const gutter = left + (right - left) * share;
    const before = pieces.filter((piece) => piece.right <= gutter);
    const after = pieces.filter((piece) => piece.left >= gutter);
    const crossing = pieces.length - before.length - after.length;
    const full = (side: typeof pieces, width: number) =>
      side.filter((piece) => piece.right - piece.left > 0.6 * width).length;
    const fullBefore = full(before, gutter - left);
    const fullAfter = full(after, right - gutter);
    if (
      fullBefore >= MIN_LINES &&
      fullAfter >= MIN_LINES &&
      fullBefore > before.length * 0.4 &&
      fullAfter > after.length * 0.4 &&
      crossing < pieces.length * 0.3
    )
      return gutter;
  }
  return null;
}
