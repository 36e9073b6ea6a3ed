import type { Locator } from "@/domain/provenance";
import type { DocumentLayout } from "@/formats/document-layout";
import { readPdf } from "@/formats/read-pdf";
import { readPdfPages } from "@/formats/read-pdf-pages";
import type { DrawnPlace } from "@/shapes/place-shapes";
import { signaturesStart } from "@/sources/safety-valve-agreements/agreement-sections";

/**
 * A page of a PDF as its text and ruled lines, with places marked. Where people have signed nothing is drawn: who
 * signed is nobody's business here.
 */
export async function drawPdfPage(
  bytes: Uint8Array,
  place: Locator,
  others: readonly Locator[],
): Promise<DrawnPlace> {
  const [pages, layout] = await Promise.all([readPdfPages(bytes), readPdf(bytes).catch(() => null)]);
  const number = place.page ?? 1;
  const turned = pages.filter((page) => page.number === number && page.runs.length > 0);
  // Of a page with text in two directions the one is drawn that holds the most.
  const page = turned.sort((a, b) => b.runs.length - a.runs.length)[0];
  if (!page) return { kind: "none", why: `Page ${number} holds no text: it may be a picture.` };
  const end = signaturesOn(layout, number);
  const round = (points: number) => Math.round(points * 10) / 10;
  return {
    kind: "page",
    page: number,
    pages: Math.max(...pages.map((each) => each.number)),
    width: round(page.width),
    height: round(page.height),
    // Some files print a text twice at one place, for boldness.
    runs: [...new Map(page.runs.map((run) => [`${run.left} ${run.baseline} ${run.text}`, run])).values()]
      .filter(({ baseline }) => end === null || baseline < end)
      .map(({ text, left, right, baseline, size, bold }) => ({
        ...{ text, bold },
        left: round(left),
        baseline: round(baseline),
        width: round(right - left),
        size: round(size),
      })),
    rules: page.rules
      .filter(({ top }) => end === null || top < end)
      .map(({ left, top, right, bottom }) => ({
        left: round(left),
        top: round(top),
        right: round(right),
        bottom: round(bottom),
      })),
    marks: page.turned === 0 ? marksOn(number, [place, ...others]) : [],
    endsAtSignatures: end !== null,
  };
}

function marksOn(page: number, places: readonly Locator[]): [number, number, number, number][] {
  return places.flatMap(({ page: its, area }) => (its === page && area ? [[...area]] : [])) as [
    number,
    number,
    number,
    number,
  ][];
}

/** How far down a page may be drawn; null: all of it. */
function signaturesOn(layout: DocumentLayout | null, page: number): number | null {
  if (!layout) return null;
  const first = layout.blocks[signaturesStart(layout.blocks)]?.place;
  if (first?.page === undefined || page < first.page) return null;
  return page > first.page ? 0 : (first.area?.[1] ?? 0);
}
