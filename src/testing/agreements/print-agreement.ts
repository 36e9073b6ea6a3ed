import PDFDocument from "pdfkit";
import { agreementDocument } from "./agreement-document";
import type { AgreementSpecification } from "./agreement-specification";
import { type PlacedFigure, Sheet } from "./sheet";

/** Raised whenever the same specification is printed otherwise: the committed prints are then made again. */
export const PRINTED_AS = 2;

/** A day before every agreement, so that the same specification gives the same bytes. */
const WRITTEN = new Date("2020-01-01T12:00:00.000Z");

/**
 * An agreement as a PDF, printed in this process within milliseconds. The same specification gives the same
 * bytes. Its fonts are those that every viewer has: they lack U+2212 and superscript characters above 3.
 */
export async function printAgreement(specification: AgreementSpecification): Promise<Uint8Array> {
  return (await printAgreementWithPlaces(specification)).bytes;
}

/** The same with the places at which its figures were put. */
export async function printAgreementWithPlaces(
  specification: AgreementSpecification,
): Promise<{ readonly bytes: Uint8Array; readonly placed: readonly PlacedFigure[]; readonly pages: number }> {
  const { layout } = specification;
  const document = new PDFDocument({
    size: "A4",
    layout: layout.landscape ? "landscape" : "portrait",
    margin: 0,
    bufferPages: true,
    info: { Title: specification.council.full, CreationDate: WRITTEN, ModDate: WRITTEN },
  });
  const bytes = bytesOf(document);
  const sheet = new Sheet(document, specification);
  for (const block of agreementDocument(specification)) {
    if (block.kind === "table") sheet.table(block);
    else if (block.kind === "space") sheet.space(block.points);
    else if (block.kind === "title") sheet.lines(block.lines, 1.5);
    else if (block.kind === "heading") sheet.lines([block.text], 1.15);
    else sheet.paragraph(block.mark, block.text, block.depth);
  }
  const pages = document.bufferedPageRange().count;
  sheet.headsAndFeet(pages);
  document.end();
  return { bytes: await bytes, placed: sheet.placed, pages };
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on("error", reject);
  });
}
