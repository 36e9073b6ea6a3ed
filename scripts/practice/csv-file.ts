import { stringify } from "csv-stringify/sync";
import { textBytes } from "../archive/archive-document";

export type Cell = string | number | null | undefined;

/** A CSV with these columns in this order; a row names the columns it fills. */
export function csvFile<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Partial<Record<Column, Cell>>>[],
): Uint8Array {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? ""));
  return textBytes(stringify([columns, ...lines], { record_delimiter: "\n" }));
}

/** `12.40`: £ million as papers print them, with two decimals. */
export function millions(amount: number | undefined, decimals = 2): string {
  return amount === undefined ? "" : amount.toFixed(decimals);
}
