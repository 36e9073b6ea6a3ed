import type { MoneyUnit } from "@/domain/money";
import { BLANK, type Cell, type Sheet } from "@/formats/read-workbook";
import { namesEngland, readHeading, type Stage, unitIn } from "./headings";

export interface Column {
  readonly index: number;
  readonly heading: string;
  /** Null where neither the heading, nor the ones above it, nor the sheet as a whole states one. */
  readonly unit: MoneyUnit | null;
}

/** Where things stand on a sheet: found by words and by what the cells hold, never by position. */
export interface AllocationTable {
  readonly sheet: Sheet;
  readonly codeColumn: number;
  readonly nameColumn: number;
  /** Index of the first row of figures; everything above is title and headings. */
  readonly firstRow: number;
  /** All columns that name the high needs block at that stage: one is right, more are ambiguous. */
  readonly columns: Readonly<Record<Stage, readonly Column[]>>;
  /** Columns that name the high needs block without a word of before or after anywhere above them. */
  readonly unstaged: readonly Column[];
  /** What stands above the figures, for those who have to find out what changed. */
  readonly headingsMet: readonly string[];
}

export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? BLANK;
}

/** A three-digit DfE code, printed as text, number or "202.0"; X01 to X99 stand for invented councils. */
export function councilCode(cell: Cell): string | null {
  if (cell.mergedFrom !== undefined) return null;
  if (cell.number !== null)
    return Number.isInteger(cell.number) && cell.number > 99 && cell.number < 1000
      ? String(cell.number)
      : null;
  return /^(\d{3}|X\d{2})(?:\.0+)?$/.exec(cell.text)?.[1] ?? null;
}

/** @returns null for a sheet without rows of councils */
export function findAllocationTable(sheet: Sheet): AllocationTable | null {
  const codeColumn = columnWithMost(sheet, (cell) => councilCode(cell) !== null);
  if (codeColumn === null) return null;
  const isCouncil = (row: number) => councilCode(cellAt(sheet, row, codeColumn)) !== null;
  const firstRow = sheet.rows.findIndex(
    (cells, row) => isCouncil(row) || cells.some((cell) => namesEngland(cell.text)),
  );
  const nameColumn = columnWithMost(
    { ...sheet, rows: sheet.rows.filter((_, row) => isCouncil(row)) },
    (cell, column) => column !== codeColumn && cell.number === null && /[a-z]{2}/i.test(cell.text),
  );
  const met = headingsMet(sheet, firstRow);
  const stated = onlyUnitIn(met);
  const found = candidates(sheet, firstRow).map((one) => ({ ...one, unit: one.unit ?? stated }));
  const staged = (stage: Stage) => found.filter((column) => column.stage === stage);
  return {
    sheet,
    codeColumn,
    nameColumn: nameColumn ?? codeColumn,
    firstRow,
    columns: { before: staged("before"), after: staged("after") },
    unstaged: found.filter((column) => column.stage === null),
    headingsMet: met,
  };
}

/** The column in which the most different texts pass; the leftmost of equals. */
function columnWithMost(sheet: Sheet, passes: (cell: Cell, column: number) => boolean): number | null {
  const found = new Map<number, Set<string>>();
  for (const row of sheet.rows) {
    for (const [column, cell] of row.entries()) {
      if (passes(cell, column)) found.set(column, (found.get(column) ?? new Set()).add(cell.text));
    }
  }
  const [best] = [...found].sort(([a, first], [b, second]) => second.size - first.size || a - b);
  return best?.[0] ?? null;
}

interface Candidate extends Column {
  readonly stage: Stage | null;
}

function candidates(sheet: Sheet, firstRow: number): Candidate[] {
  const width = Math.max(0, ...sheet.rows.slice(0, firstRow).map((row) => row.length));
  const found: Candidate[] = [];
  for (let column = 0; column < width; column += 1) {
    const candidate = candidateIn(sheet, firstRow, column);
    if (candidate !== null) found.push(candidate);
  }
  return found;
}

/** The lowest cell above the figures that names the block; what stands under it may only narrow it. */
function candidateIn(sheet: Sheet, firstRow: number, column: number): Candidate | null {
  for (let row = firstRow - 1; row >= 0; row -= 1) {
    const { text } = cellAt(sheet, row, column);
    if (text === "") continue;
    const heading = readHeading(text);
    if (heading.namesHighNeeds) {
      const under = Array.from(
        { length: firstRow - row },
        (_, below) => cellAt(sheet, row + below, column).text,
      );
      const above = Array.from({ length: row }, (_, up) => groupText(sheet, row - 1 - up, column));
      const path = [...under, ...above];
      return {
        index: column,
        heading: text,
        unit: firstOf(path, unitIn),
        stage: firstOf(path, (words) => readHeading(words).stage),
      };
    }
    if (!heading.isGeneric) return null;
  }
  return null;
}

/** A heading over several columns stands in the first of them, whether its cells are merged or not. */
function groupText(sheet: Sheet, row: number, column: number): string {
  for (let left = column; left >= 0; left -= 1) {
    const { text } = cellAt(sheet, row, left);
    if (text !== "") return text;
  }
  return "";
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const value = read(text);
    if (value !== null) return value;
  }
  return null;
}

/** A title may state the unit of all columns; headings that state several speak each for its own. */
function onlyUnitIn(headings: readonly string[]): MoneyUnit | null {
  const [only, ...others] = new Set(headings.map(unitIn).filter((unit) => unit !== null));
  return others.length === 0 ? (only ?? null) : null;
}

function headingsMet(sheet: Sheet, firstRow: number): string[] {
  const texts = sheet.rows
    .slice(0, firstRow)
    .flat()
    .filter((cell) => cell.mergedFrom === undefined && /[a-z]{3}/i.test(cell.text))
    .map((cell) => cell.text.replace(/\s+/g, " "));
  return [...new Set(texts)];
}
