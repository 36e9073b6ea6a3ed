import {
  CORRECTABLE,
  type CorrectableColumn,
  type CorrectableTable,
  isCorrectableTable,
} from "@/domain/corrections/correction";

/** Which sum of which row is meant. */
export interface FigureAddress {
  readonly table: CorrectableTable;
  readonly id: number;
  readonly column: CorrectableColumn;
}

/** What a table with two sums calls the second one. */
const SECOND = "after-deductions";

/** As people write it: `outturn:123`; `allocation:45` is the sum before deductions, `allocation:45:after-deductions` the other. */
export function figureAddress({ table, id, column }: FigureAddress): string {
  return column === CORRECTABLE[table][0] ? `${table}:${id}` : `${table}:${id}:${SECOND}`;
}

/** @returns null for what isn't such an address */
export function readFigureAddress(text: string): FigureAddress | null {
  const [table = "", id = "", which, ...rest] = text.split(":");
  if (!isCorrectableTable(table) || !/^\d{1,9}$/.test(id) || rest.length > 0) return null;
  const columns: readonly CorrectableColumn[] = CORRECTABLE[table];
  const column = which === undefined ? columns[0] : which === SECOND ? columns[1] : undefined;
  return column === undefined ? null : { table, id: Number(id), column };
}
