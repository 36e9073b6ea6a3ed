import { atEdge } from "./read-pdf-furniture";
import { type Line, linesOf } from "./read-pdf-lines";
import type { PdfPage, TextRun } from "./read-pdf-turns";

const MIN_LINES = 6;

/**
 * The lines of each page in the order in which they are read: down the left column, then down the right one,
 * where the text is set in two columns; what crosses both stands between.
 */
export function linesInReadingOrder(pages: readonly PdfPage[]): Line[][] {
  const lines = pages.map((page) => linesOf(page));
  const gutters = lines.map(findGutter);
  const shared = gutters.find((gutter) => gutter !== null) ?? findGutter(lines.flat());
  return pages.map((page, index) => {
    const own = lines[index] ?? [];
    // The last page of a text in columns may hold too little to show them.
    const found = gutters[index] ?? shared;
    if (found === null) return own;
    const near = freest(own, found);
    const gutter = found === gutters[index] || isFree(own, near) ? near : null;
    return gutter === null ? own : inColumns(page, own, gutter);
  });
}

function inColumns(page: PdfPage, lines: readonly Line[], gutter: number): Line[] {
  const order: Line[] = [];
  let band: Line[] = [];
  const close = () => {
    const runs = runsIn(page, band);
    const inLeft = linesOf(
      page,
      runs.filter(({ right }) => right <= gutter + 1),
    );
    const inRight = linesOf(
      page,
      runs.filter(({ left }) => left >= gutter - 1),
    );
    order.push(
      ...inLeft.map((line) => ({ ...line, columnEnd: gutter })),
      ...inRight.map((line) => ({ ...line, column: gutter })),
    );
    band = [];
  };
  for (const line of lines) {
    if (line.pieces.some((piece) => crosses(piece, gutter))) {
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

interface Extent {
  readonly left: number;
  readonly right: number;
}

const crosses = ({ left, right }: Extent, gutter: number) => left < gutter - 1 && right > gutter + 1;

/** How far from another page's gutter this page's may be, in points. */
const SHIFT = 40;

/** The place near a gutter that the least text of this page crosses: a page number in the middle always does. */
function freest(lines: readonly Line[], shared: number): number {
  const pieces = textOnly(lines);
  const crossing = (gutter: number) => lettersAcross(pieces, gutter);
  let best = { gutter: shared, crossing: crossing(shared) };
  for (let shift = 2; shift <= SHIFT; shift += 2) {
    for (const gutter of [shared + shift, shared - shift]) {
      const here = crossing(gutter);
      if (here < best.crossing) best = { gutter, crossing: here };
    }
  }
  return best.gutter;
}

/** Without running heads and page numbers, which stand across the columns. */
function textOnly(lines: readonly Line[]) {
  return lines.filter((line) => !atEdge(line)).flatMap((line) => line.pieces);
}

function lettersAcross(pieces: readonly (Extent & { readonly text: string })[], gutter: number): number {
  return pieces.reduce((letters, piece) => letters + (crosses(piece, gutter) ? piece.text.length : 0), 0);
}

function isFree(lines: readonly Line[], gutter: number): boolean {
  const pieces = lines.flatMap((line) => line.pieces);
  const crossing = pieces.filter((piece) => crosses(piece, gutter)).length;
  return pieces.some(({ left }) => left >= gutter) && crossing <= pieces.length * 0.15;
}

/** The empty strip between two columns of running text; tables have one too, but few words in a cell. */
function findGutter(lines: readonly Line[]): number | null {
  const pieces = textOnly(lines);
  if (pieces.length < 2 * MIN_LINES) return null;
  const letters = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  const isProse = new Map(pieces.map((piece) => [piece, piece.text.split(" ", 3).length >= 3]));
  let best: { gutter: number; crossing: number } | null = null;
  for (let share = 0.4; share <= 0.6; share += 0.01) {
    const gutter = left + (right - left) * share;
    const prose = (side: typeof pieces, width: number) =>
      side.filter((piece) => isProse.get(piece) && piece.right - piece.left > 0.5 * width).length;
    const before = pieces.filter((piece) => piece.right <= gutter + 1);
    const after = pieces.filter((piece) => piece.left >= gutter - 1);
    const crossing = lettersAcross(pieces, gutter);
    const isGutter =
      prose(before, gutter - left) >= MIN_LINES &&
      prose(after, right - gutter) >= MIN_LINES &&
      crossing < letters * 0.2;
    if (isGutter && (!best || crossing < best.crossing)) best = { gutter, crossing };
  }
  if (!best) return null;
  // The middle of the empty strip: on other pages lines may run on further, or begin further left.
  const { gutter } = best;
  const ends = Math.max(...pieces.filter((piece) => piece.right <= gutter + 1).map((piece) => piece.right));
  const begins = Math.min(...pieces.filter((piece) => piece.left >= gutter - 1).map((piece) => piece.left));
  return (ends + begins) / 2;
}
