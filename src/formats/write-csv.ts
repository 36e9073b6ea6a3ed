/**
 * Rows as comma-separated text, as `readCsv` reads them: a cell with a comma, a quotation mark or a line break stands
 * in quotation marks. Lines end as in the project's own files.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(writeCell).join(",")}\n`).join("");
}

function writeCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
