import type { DocumentLayout } from "./document-layout";
import { linesInReadingOrder } from "./read-pdf-columns";
import { withoutFurniture } from "./read-pdf-furniture";
import { type Grid, gridsOf, outsideGrids } from "./read-pdf-grids";
import type { Line } from "./read-pdf-lines";
import { readPdfPages } from "./read-pdf-pages";
import { paragraphsOf } from "./read-pdf-paragraphs";
import { type Flow, tablesAmong, withHeadsJoined } from "./read-pdf-tables";
import { UnreadableDocument } from "./unreadable-document";

export { isPdf } from "./read-pdf-bounds";

/**
 * Reads a PDF as paragraphs and tables: runs of text to lines, lines to tables (by their ruled lines, or by
 * figures that stand below one another) and paragraphs. Nothing is recognised from pictures.
 *
 * @throws UnreadableDocument for what isn't a PDF, is empty, scanned, encrypted, cut short, damaged or too large
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentLayout> {
  const pages = await readPdfPages(bytes);
  const letters = pages.reduce(
    (sum, { runs }) => sum + runs.reduce((all, { text }) => all + text.trim().length, 0),
    0,
  );
  const count = Math.max(...pages.map(({ number }) => number));
  if (letters < 20) {
    throw pages.some(({ painted }) => painted)
      ? new UnreadableDocument("scanned", `the file has ${count} pages of pictures and no text`)
      : new UnreadableDocument("empty", "the pages of the file are blank");
  }
  const grids = pages.map(gridsOf);
  const lines = linesInReadingOrder(pages).map((each, index) => outsideGrids(each, grids[index] ?? []));
  const flow = withoutFurniture(lines).flatMap((kept, index) =>
    withGrids(tablesAmong(kept), grids[index] ?? []),
  );
  return {
    pages: count,
    blocks: paragraphsOf(withHeadsJoined(flow)),
    picturePages: pages
      .filter(({ runs, painted }) => runs.length === 0 && painted)
      .map(({ number }) => number),
  };
}

/** Puts the ruled tables of a page where they stand among its lines. */
function withGrids(flow: readonly Flow[], grids: readonly Grid[]): Flow[] {
  const placed: Flow[] = [];
  let waiting = grids.toSorted((a, b) => a.top - b.top);
  for (const part of flow) {
    if ("line" in part) {
      // In two columns a table further down the left one comes before one at the top of the right one.
      const { line } = part;
      placed.push(...waiting.filter((grid) => isAbove(grid, line)).map(({ table }) => ({ table })));
      waiting = waiting.filter((grid) => !isAbove(grid, line));
    }
    placed.push(part);
  }
  return [...placed, ...waiting.map(({ table }) => ({ table }))];
}

function isAbove(grid: Grid, line: Line): boolean {
  if (line.column !== undefined && grid.right <= line.column + 1) return true;
  if (line.columnEnd !== undefined && grid.left >= line.columnEnd - 1) return false;
  // A table beside a short line may still stand above it.
  if (line.column === undefined && line.columnEnd === undefined && grid.bottom < line.baseline - line.size)
    return true;
  return grid.top < line.baseline && line.left < grid.right && line.right > grid.left - 40;
}
