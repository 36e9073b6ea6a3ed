import { COUNTING, FIGURE_TABLES, type PlacedRow, type Transaction, tableOf } from "@/store/figure-tables";
import { placedRow } from "@/store/placed-row";

/** An edition's figures that count. */
export function countingFigures(transaction: Transaction, editionId: number): Promise<PlacedRow[]> {
  return rowsWhere(transaction, { editionId, ...COUNTING });
}

/** An edition's figures as they counted just before an instant. */
export function figuresBefore(
  transaction: Transaction,
  editionId: number,
  instant: Date,
): Promise<PlacedRow[]> {
  return rowsWhere(transaction, { editionId, ...countedBefore(instant) });
}

/** The figures of a document that crossed a bound, as they were kept for a person to look at. */
export function draftFigures(transaction: Transaction, readingId: number): Promise<PlacedRow[]> {
  return rowsWhere(transaction, { readingId, currentFrom: null });
}

export function countedBefore(instant: Date) {
  return {
    currentFrom: { lt: instant },
    AND: { OR: [{ currentUntil: null }, { currentUntil: { gte: instant } }] },
  };
}

export async function rowsWhere(
  transaction: Transaction,
  where: Record<string, unknown>,
): Promise<PlacedRow[]> {
  const rows: PlacedRow[] = [];
  for (const table of FIGURE_TABLES) {
    const found = await tableOf(transaction, table).findMany({ where });
    rows.push(...found.sort((a, b) => a.id - b.id).map((figure) => placedRow(table, figure)));
  }
  return rows;
}
