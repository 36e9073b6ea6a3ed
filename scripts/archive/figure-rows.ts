import Papa from "papaparse";

/** The files below `archive/figures`, by their path in the archive: `figures/ehc_plans.csv`. */
export type FigureFiles = ReadonlyMap<string, Uint8Array>;

/**
 * The rows of one file of figures.
 *
 * @throws Error when the file, a column or a cell is missing: the archive is never built from part of its figures
 */
export function figureRows<Column extends string>(
  files: FigureFiles,
  path: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`archive/${path} is missing; restore it from the repository.`);
  const parsed = Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), {
    header: true,
    skipEmptyLines: true,
  });
  const problem = parsed.errors[0];
  if (problem) throw new Error(`archive/${path}, row ${(problem.row ?? 0) + 2}: ${problem.message}.`);
  const absent = columns.find((column) => !parsed.meta.fields?.includes(column));
  if (absent) throw new Error(`archive/${path} has no column "${absent}".`);
  return parsed.data as Record<Column, string>[];
}

/** Rows that share a key, keys in the order in which they first occur. */
export function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
