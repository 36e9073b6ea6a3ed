import PDFDocument from "pdfkit";

/** A small PDF, drawn by hand: coordinates in points from the top left corner, A4 with 72-point margins. */
export function makePdf(
  draw: (page: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const page = new PDFDocument({ size: "A4", margin: 72, ...options });
    const parts: Buffer[] = [];
    page.on("data", (part: Buffer) => parts.push(part));
    page.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    page.on("error", reject);
    page.font("Helvetica").fontSize(11);
    draw(page);
    page.end();
  });
}

/** Text at a place, in one run: its letters' tops are at `top`. */
export function put(page: PDFKit.PDFDocument, text: string, left: number, top: number, size = 11): void {
  page.fontSize(size).text(text, left, top, { lineBreak: false });
}
