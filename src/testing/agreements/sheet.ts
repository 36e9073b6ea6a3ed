import type { FinancialYear } from "@/domain/financial-year";
import type { AgreementSpecification } from "./agreement-specification";
import { type Cell, printMark, type Table } from "./agreement-table";

const MARGIN = 62;
const GAP = 26;
/** Between a cell's text and its rules. */
const PADDING = 4;

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

/** Lays lines down the page (or its columns) and remembers where figures went. */
export class Sheet {
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
    // In narrow columns tables are kept whole; across the page they break where it ends.
    if (this.columns > 1) {
      const height = table.rows.reduce((sum, row) => sum + this.heightOf(row, widths), 0);
      if (height < this.foot - MARGIN) this.need(height);
    }
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
    const wrapped = this.linesOf(cells, widths);
    const height = this.heightOf(cells, widths);
    this.need(height);
    let x = this.left;
    cells.forEach((cell, index) => {
      const width = widths[index] ?? 0;
      if (borders) this.document.lineWidth(0.6).rect(x, this.y, width, height).stroke();
      const lines = wrapped[index] ?? [];
      lines.forEach((line, row) => {
        this.paint(line, x + PADDING, this.y + PADDING + row * this.line);
      });
      const last = lines.at(-1) ?? "";
      const written = this.document.widthOfString(last);
      const top = this.y + PADDING + (lines.length - 1) * this.line;
      if (cell.raised) {
        this.document.fontSize(this.size * 0.62);
        this.paint(cell.raised, x + PADDING + written, top - this.size * 0.12);
        this.document.fontSize(this.size);
      }
      if (cell.figure)
        this.placed.push({
          ...cell.figure,
          page: this.page,
          x: x + PADDING + written / 2,
          y: top + this.size / 2,
        });
      x += width;
    });
    this.y += height;
  }

  private linesOf(cells: readonly Cell[], widths: readonly number[]): string[][] {
    return cells.map(({ text }, index) =>
      text.split("\n").flatMap((line) => this.wrapped(line, (widths[index] ?? 0) - 2 * PADDING)),
    );
  }

  private heightOf(cells: readonly Cell[], widths: readonly number[]): number {
    const lines = this.linesOf(cells, widths).map(({ length }) => length);
    return Math.max(...lines) * this.line + 2 * PADDING;
  }

  /** As wide as their longest line, made narrower together where the column hasn't the room. */
  private widthsOf({ rows, borders }: Table): number[] {
    // Without rules the columns stand apart.
    const around = borders ? 10 : 24;
    const wanted = (rows[0] ?? []).map(
      (_, column) =>
        around +
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
        around +
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
