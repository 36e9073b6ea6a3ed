import type { Locator } from "@/domain/provenance";
import { type Cell, cellAddress, readWorkbook } from "@/formats/read-workbook";
import type { DrawnPlace } from "@/shapes/place-shapes";

/** Rows and columns on either side of the cell. */
const ROWS_AROUND = 5;
const COLUMNS_AROUND = 3;
/** Councils are named in the first columns, and figures by the first rows. */
const FIRST_COLUMNS = 2;
const FIRST_ROWS = 4;

/** A part of a sheet around a cell, with the rows and columns that name it. */
export function drawSheet(bytes: Uint8Array, place: Locator): DrawnPlace {
  const names = readWorkbook(bytes, { sheets: () => false }).sheetNames;
  const name = names.find((candidate) => candidate === place.sheet) ?? names[0];
  const [sheet] = readWorkbook(bytes, { sheets: (candidate) => candidate === name }).sheets;
  if (!sheet) return { kind: "none", why: "The workbook has no sheet of that name." };
  const at = /^([A-Z]+)(\d+)$/.exec(place.cell ?? "");
  const row = at ? Number(at[2]) - 1 : (place.row ?? 1) - 1;
  const column = at ? columnIndex(at[1] ?? "A") : 0;
  const width = Math.max(0, ...sheet.rows.map(({ length }) => length));
  const rows = chosen(sheet.rows.length, FIRST_ROWS, row, ROWS_AROUND);
  const columns = chosen(width, FIRST_COLUMNS, column, COLUMNS_AROUND);
  return {
    kind: "table",
    title: sheet.name,
    columns: columns.map((index) => ({
      number: index,
      heading: cellAddress(0, index).replace(/\d+$/, ""),
    })),
    rows: rows.map((index) => ({
      number: index + 1,
      cells: columns.map((each) => ({
        column: each,
        text: textOf(sheet.rows[index]?.[each]),
        marked: index === row && (at === null || each === column),
      })),
    })),
  };
}

function textOf(cell: Cell | undefined): string {
  return (cell?.text ?? "").slice(0, 300);
}

/** The first few and those around one, in their order. */
export function chosen(length: number, first: number, around: number, margin: number): number[] {
  return Array.from({ length }, (_, index) => index).filter(
    (index) => index < first || Math.abs(index - around) <= margin,
  );
}

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
