import type { Locator } from "@/domain/provenance";
import { isPdf } from "@/formats/read-pdf";
import { UnreadableDocument } from "@/formats/unreadable-document";
import { UnreadableWorkbook } from "@/formats/unreadable-workbook";
import type { DrawnPlace } from "@/shapes/place-shapes";
import { drawCsv, drawZippedCsv } from "./draw-csv";
import { drawPdfPage } from "./draw-pdf-page";
import { drawSheet } from "./draw-sheet";
import { drawText } from "./draw-text";

const ZIP = [0x50, 0x4b];

/**
 * Draws what stands at a place of a document, from its text alone: nothing of the file itself reaches a browser. What
 * can't be drawn is said in words; the document can be fetched whole.
 *
 * @param others further places to mark, where they are on the same page or sheet
 */
export async function drawPlace(
  bytes: Uint8Array,
  place: Locator,
  others: readonly Locator[] = [],
): Promise<DrawnPlace> {
  try {
    if (bytes.length === 0) return { kind: "none", why: "The document is empty." };
    if (isPdf(bytes)) return await drawPdfPage(bytes, place, others);
    const isZip = ZIP.every((byte, index) => bytes[index] === byte);
    if (isZip && place.path !== undefined) return drawZippedCsv(bytes, place);
    if (isZip) return drawSheet(bytes, place);
    const start = new TextDecoder()
      .decode(bytes.subarray(0, 400))
      .replace(/^\ufeff/, "")
      .trimStart();
    if (start.startsWith("<") || start.startsWith("{")) return drawText(bytes, place);
    return drawCsv(bytes, place);
  } catch (error) {
    if (error instanceof UnreadableDocument || error instanceof UnreadableWorkbook) {
      return { kind: "none", why: `The document can't be drawn: ${error.message}.` };
    }
    throw error;
  }
}
