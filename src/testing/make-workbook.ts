import { utils, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";

export type Value = string | number | null;

export interface SheetPlan {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  /** Ranges such as "C1:G1". */
  readonly merges?: readonly string[];
}

/** An ODS as the department's are: blanks printed as one space, empty space to the sheet's end repeated. */
export function makeOds(sheets: readonly SheetPlan[]): Uint8Array {
  return makeOdsOf(sheets.map(odsSheet).join(""));
}

/** An ODS around tables written by hand. */
export function makeOdsOf(tables: string): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": strToU8(content),
    "META-INF/manifest.xml": strToU8(
      `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>`,
    ),
  });
}

export function makeXlsx(sheets: readonly SheetPlan[]): Uint8Array {
  return makeExcel(sheets, "xlsx");
}

/** A workbook as Excel writes it now (XLSX), wrote it once (XLS) or writes large ones (XLSB). */
export function makeExcel(sheets: readonly SheetPlan[], bookType: "xlsx" | "biff8" | "xlsb"): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows, merges } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet["!merges"] = (merges ?? []).map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: "array", bookType, compression: true }));
}

function odsSheet({ name, rows, merges = [] }: SheetPlan): string {
  const ranges = merges.map((range) => utils.decode_range(range));
  const body = rows.map((row, r) => {
    const width = Math.max(
      row.length,
      ...ranges.filter((m) => m.s.r <= r && r <= m.e.r).map((m) => m.e.c + 1),
    );
    const cells = Array.from({ length: width }, (_, c) => {
      const merge = ranges.find((m) => m.s.r <= r && r <= m.e.r && m.s.c <= c && c <= m.e.c);
      if (merge && (merge.s.r !== r || merge.s.c !== c)) return "<table:covered-table-cell/>";
      const span = merge
        ? ` table:number-columns-spanned="${merge.e.c - merge.s.c + 1}" table:number-rows-spanned="${merge.e.r - merge.s.r + 1}"`
        : "";
      return odsCell(row[c] ?? null, span);
    });
    return `<table:table-row>${cells.join("")}<table:table-cell table:number-columns-repeated="16370"/></table:table-row>`;
  });
  return `<table:table table:name="${escapeXml(name)}">${body.join("")}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
}

function odsCell(value: Value, span: string): string {
  if (typeof value === "number") {
    return `<table:table-cell office:value-type="float" office:value="${value}"${span}><text:p>${value.toLocaleString("en-GB")}</text:p></table:table-cell>`;
  }
  const lines = (value ?? " ").split("\n").map((line) => `<text:p>${escapeXml(line)}</text:p>`);
  return `<table:table-cell office:value-type="string"${span}>${lines.join("")}</table:table-cell>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
