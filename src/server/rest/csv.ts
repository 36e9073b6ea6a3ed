import { stringify } from "csv-stringify/sync";
import type { Cell, FlatRow } from "@/present/flatten";

/**
 * Rows as CSV (RFC 4180): CRLF at line ends, true and false in words, nothing for what isn't known.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers,
 * negative ones too (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function toCsv(columns: readonly string[], rows: readonly FlatRow[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row[column] ?? null)));
  return stringify([[...columns], ...lines], {
    record_delimiter: "windows",
    // Without this a lone line feed inside a cell isn't quoted, since it isn't the whole record delimiter.
    quoted_match: /[\r\n]/,
  });
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "string" ? escapeFormula(cell) : String(cell);
}

export function escapeFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
