import PDFDocument from "pdfkit";
import type { FinancialYear } from "@/domain/financial-year";
import { agreementDocument } from "./agreement-document";
import type { AgreementSpecification } from "./agreement-specification";
import { type Cell, printMark, type Table } from "./agreement-table";

/** Where a figure was put: the middle of its text, in points from the page's top left corner. */
export interface PlacedFigure {
  readonly of: "profile" | "payment";
  readonly year: FinancialYear;
  /** Among the payments of its year. */
  readonly index: number;
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** A day before every agreement, so that the same specification gives the same bytes. */
const WRITTEN = new Date("2020-01-01T12:00:00.000Z");
const MARGIN = 62;
const GAP = 26;

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

/** Lays lines down the page (or its columns) and remembers where figures went. */
class Sheet {
  readonly placed: PlacedFigure[] = [];
  private readonly size: number;
  private readonly line: number;
  private readonly columnWidth: number;
  private readonly columns: number;
  private readonly typeface: "Helvetica" | "Times-Roman";
  private column = 0;
  private page = 1;
  private y = MARGIN;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly specification: AgreementSpecification,
  ) {
    const { layout } = specification;
    this.size = layout.fontSize ?? 10.5;
    this.line = this.size * 1.35;
    this.columns = layout.columns ?? 1;
    this.columnWidth = (document.page.width - 2 * MARGIN - (this.columns - 1) * GAP) / this.columns;
    this.typeface = layout.typeface ?? "Helvetica";
    document.font(this.typeface).fontSize(this.size);
  }

  private get left(): number {
    return MARGIN + this.column * (this.columnWidth + GAP);
  }

  private get foot(): number {
    return this.document.page.height - MARGIN;
  }

  space(points: number): void {
    this.y += points;
  }

  lines(lines: readonly string[], scale: number): void {
    this.space(this.line * 0.4);
    this.document
      .font(this.typeface === "Helvetica" ? "Helvetica-Bold" : "Times-Bold")
      .fontSize(this.size * scale);
    for (const line of lines.flatMap((text) => this.wrapped(text, this.columnWidth))) {
      this.need(this.line * scale);
      this.paint(line, this.left, this.y);
      this.y += this.line * scale;
    }
    this.document.font(this.typeface).fontSize(this.size);
    this.space(this.line * 0.4);
  }

  paragraph(mark: string, text: string, depth: number): void {
    const indent = depth * 20 + (mark ? 28 : 0);
    this.wrapped(text, this.columnWidth - indent).forEach((line, index) => {
      this.need(this.line);
      if (index === 0 && mark) this.paint(mark, this.left + indent - 28, this.y);
      this.paint(line, this.left + indent, this.y);
      this.y += this.line;
    });
    this.space(this.line * 0.45);
  }

  table(table: Table): void {
    if (table.caption) this.paragraph("", table.caption, 0);
    const widths = this.widthsOf(table);
    const [head = [], ...body] = table.rows;
    this.row(head, widths, table.borders);
    body.forEach((row, index) => {
      if (index === table.splitAfter) {
        this.nextColumn();
        if (table.headRepeated) this.row(head, widths, table.borders);
      }
      this.row(row, widths, table.borders);
    });
    this.space(this.line * 0.5);
    for (const { mark, text } of table.notes) this.paragraph("", `${printMark(mark)} ${text}`, 0);
  }

  headsAndFeet(pages: number): void {
    const { runningHead, pageNumbers } = this.specification.layout;
    for (let page = 0; page < pages; page += 1) {
      this.document.switchToPage(page);
      const { width, height } = this.document.page;
      if (runningHead) this.paint(runningHead, MARGIN, 28);
      if (!pageNumbers) continue;
      const number = page + 1;
      const text = { of: `Page ${number} of ${pages}`, plain: `${number}`, dashed: `- ${number} -` }[
        pageNumbers
      ];
      this.paint(text, (width - this.document.widthOfString(text)) / 2, height - 40);
    }
  }

  private row(cells: readonly Cell[], widths: readonly number[], borders: boolean): void {
    const padding = 4;
    const wrapped = cells.map(({ text }, index) =>
      text.split("\n").flatMap((line) => this.wrapped(line, (widths[index] ?? 0) - 2 * padding)),
    );
    const height = Math.max(...wrapped.map((lines) => lines.length)) * this.line + 2 * padding;
    this.need(height);
    let x = this.left;
    cells.forEach((cell, index) => {
      const width = widths[index] ?? 0;
      if (borders) this.document.lineWidth(0.6).rect(x, this.y, width, height).stroke();
      const lines = wrapped[index] ?? [];
      lines.forEach((line, row) => {
        this.paint(line, x + padding, this.y + padding + row * this.line);
      });
      const last = lines.at(-1) ?? "";
      const written = this.document.widthOfString(last);
      const top = this.y + padding + (lines.length - 1) * this.line;
      if (cell.raised) {
        this.document.fontSize(this.size * 0.62);
        this.paint(cell.raised, x + padding + written, top - this.size * 0.12);
        this.document.fontSize(this.size);
      }
      if (cell.figure)
        this.placed.push({
          ...cell.figure,
          page: this.page,
          x: x + padding + written / 2,
          y: top + this.size / 2,
        });
      x += width;
    });
    this.y += height;
  }

  /** As wide as their longest line, made narrower together where the column hasn't the room. */
  private widthsOf({ rows }: Table): number[] {
    const wanted = (rows[0] ?? []).map(
      (_, column) =>
        10 +
        Math.max(
          ...rows.flatMap((row) =>
            (row[column]?.text ?? "").split("\n").map((line) => this.document.widthOfString(line)),
          ),
        ),
    );
    const room = this.columnWidth;
    const total = wanted.reduce((sum, width) => sum + width, 0);
    if (total <= room) return wanted;
    const needed = (rows[0] ?? []).map(
      (_, column) =>
        10 +
        Math.max(
          ...rows.flatMap((row) =>
            (row[column]?.text ?? "").split(/[\n ]/).map((word) => this.document.widthOfString(word)),
          ),
        ),
    );
    const least = needed.reduce((sum, width) => sum + width, 0);
    const share = Math.max(0, room - least) / Math.max(1, total - least);
    return wanted.map((width, column) => (needed[column] ?? 0) + (width - (needed[column] ?? 0)) * share);
  }

  private wrapped(text: string, width: number): string[] {
    const lines: string[] = [];
    let line = "";
    // A line may also end after a hyphen or dash inside a word, as in print.
    for (const piece of text.match(/[^ –-]*[–-]+|[^ –-]+ ?| /g) ?? [text]) {
      if (line !== "" && this.document.widthOfString((line + piece).trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    return [...lines, line.trimEnd()];
  }

  private paint(text: string, x: number, y: number): void {
    if (this.specification.layout.runs !== "words") {
      this.document.text(text, x, y, { lineBreak: false });
      return;
    }
    let at = x;
    for (const word of text.split(" ")) {
      this.document.text(word, at, y, { lineBreak: false });
      at += this.document.widthOfString(`${word} `);
    }
  }

  private need(height: number): void {
    if (this.y + height > this.foot) this.nextColumn();
  }

  private nextColumn(): void {
    this.y = MARGIN;
    this.column += 1;
    if (this.column < this.columns) return;
    this.column = 0;
    this.page += 1;
    this.document.addPage();
  }
}
