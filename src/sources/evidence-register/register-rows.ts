import type { RegisterCells } from "@/domain/register/entry-problems";
import { readCsv } from "@/formats/read-csv";
import { sha256 } from "@/formats/sha256";
import { writeCsv } from "@/formats/write-csv";

/** A row of a register file. */
export interface RegisterRow {
  /** The line on which it stands. */
  readonly line: number;
  /** Of what it says: equal keys say the same. */
  readonly key: string;
  readonly cells: RegisterCells;
}

/** What people have made of one row, or added. */
export interface RegisterChange {
  /** The key of the row in the project's own file in whose place it stands; null for one that people added. */
  readonly replaces: string | null;
  /** Null: it's retired. */
  readonly cells: RegisterCells | null;
}

/**
 * A key of what a row says. Blank cells are no part of it: a column that the files get later changes no key of a row
 * that says nothing in it.
 */
export function rowKey(cells: RegisterCells): string {
  const said = Object.entries(cells)
    .map(([column, cell]) => [column, cell.trim()])
    .filter(([, cell]) => cell !== "")
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return sha256(new TextEncoder().encode(JSON.stringify(said)));
}

/** The rows of a register file with their headings; null for what is no such file. */
export function readRegisterRows(
  bytes: Uint8Array,
): { readonly headings: readonly string[]; readonly rows: readonly RegisterRow[] } | null {
  const read = readCsv(bytes);
  if (read.kind === "unreadable") return null;
  const { headings, rows } = read.table;
  return {
    headings,
    rows: rows.map(({ line, cells: texts }) => {
      const cells = Object.fromEntries(headings.map((name, place) => [name, texts[place]?.trim() ?? ""]));
      return { line, key: rowKey(cells), cells };
    }),
  };
}

/**
 * A register file as it's read: the project's own, with what people have added, edited and retired since. Without
 * changes it's the very same bytes. What was edited stands in the place of the row it was; the rest comes at the end.
 *
 * An edit of a row that a later version of the file no longer has counts on: a person has said so, and where from.
 */
export function composeRegister(bundled: Uint8Array, changes: readonly RegisterChange[]): Uint8Array {
  if (changes.length === 0) return bundled;
  const read = readRegisterRows(bundled);
  if (!read) return bundled;
  const { headings, rows } = read;
  const inPlace = new Map(
    changes.flatMap((change) => (change.replaces === null ? [] : [[change.replaces, change]])),
  );
  const met = new Set<RegisterChange>();
  const kept = rows.flatMap(({ key, cells }) => {
    const change = inPlace.get(key);
    if (!change) return [cells];
    met.add(change);
    return change.cells === null ? [] : [change.cells];
  });
  const added = changes.flatMap((change) => (met.has(change) || change.cells === null ? [] : [change.cells]));
  const lines = [...kept, ...added].map((cells) => headings.map((name) => cells[name] ?? ""));
  return new TextEncoder().encode(writeCsv([headings, ...lines]));
}
