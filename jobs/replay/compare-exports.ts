import type { Context } from "@/context";
import { exportTable } from "@/present/export-table";
import { toCsv } from "@/server/rest/csv";
import { EXPORT_TABLES, type ExportTable } from "@/shapes/api-shapes";

/** The files of `/api/v1/export`, by name. */
export type Exports = ReadonlyMap<string, string>;

/** @param now for both stores the same: what stands today depends on the day */
export async function exportsOf({ database }: Pick<Context, "database">, now: Date): Promise<Exports> {
  const files = new Map<string, string>();
  for (const table of EXPORT_TABLES) {
    const { columns, rows } = await exportTable({ database, clock: { now: () => now } }, table);
    files.set(`${table}.csv`, toCsv(columns, rows));
    files.set(`${table}.json`, JSON.stringify(rows));
  }
  return files;
}

export interface ExportDifference {
  readonly file: `${ExportTable}.csv` | `${ExportTable}.json`;
  /** The first line (CSV) or row (JSON) that differs, from 1, and how many do. */
  readonly line: number;
  readonly differing: number;
  readonly live: string | null;
  readonly replayed: string | null;
}

/** Which files differ, and where first. Files that agree to the byte aren't among them. */
export function differencesBetween(live: Exports, replayed: Exports): ExportDifference[] {
  return [...live].flatMap(([file, content]) => {
    const other = replayed.get(file) ?? "";
    if (other === content) return [];
    const [ours, theirs] = [linesOf(file, content), linesOf(file, other)];
    const numbers = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index) => index);
    const differing = numbers.filter((index) => ours[index] !== theirs[index]);
    const [first = 0] = differing;
    return {
      file: file as ExportDifference["file"],
      line: first + 1,
      differing: differing.length,
      live: ours[first] ?? null,
      replayed: theirs[first] ?? null,
    };
  });
}

function linesOf(file: string, content: string): string[] {
  return file.endsWith(".json")
    ? (JSON.parse(content) as unknown[]).map((row) => JSON.stringify(row))
    : content.split("\r\n");
}
