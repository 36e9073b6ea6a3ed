import {
  COUNTING,
  type EndedBecause,
  FIGURE_TABLES,
  type FigureRow,
  type PlacedRow,
  SAID,
  type Transaction,
  tableOf,
} from "./figure-tables";

export interface ReadingIdentity {
  readonly id: number;
  readonly snapshotSha256: string;
}

/** As much of an edition as says which others tell of the same thing. */
export interface EditionIdentity {
  readonly key: string;
  readonly financialYear: string | null;
}

export function placedIn(rows: readonly FigureRow[], reading: ReadingIdentity): PlacedRow[] {
  return rows.map((row) => ({ ...row, readingId: reading.id, snapshotSha256: reading.snapshotSha256 }));
}

/**
 * Makes these the figures of an edition that count: what still says the same stays as it is, with the
 * place where it was first read; what is new is added; the rest is ended. Nothing is overwritten.
 *
 * @returns how many rows were written: figures that are new, or say something else than before
 */
export async function storeCounting(
  transaction: Transaction,
  editionId: number,
  rows: readonly PlacedRow[],
  now: Date,
  endedBecause: EndedBecause,
): Promise<number> {
  let written = 0;
  for (const table of FIGURE_TABLES) {
    const delegate = tableOf(transaction, table);
    const wanted = rows.filter((row) => row.table === table);
    const unmatched = countByIdentity(
      await delegate.findMany({ where: { editionId, ...COUNTING }, select: SAID }),
    );
    const fresh = wanted.filter((row) => {
      const same = unmatched.get(identityOf(row.series, row.fingerprint, row.columns.checked));
      return same?.pop() === undefined;
    });
    const gone = [...unmatched.values()].flat();
    if (gone.length > 0) {
      await delegate.updateMany({ where: { id: { in: gone } }, data: { currentUntil: now, endedBecause } });
    }
    if (fresh.length > 0) {
      await delegate.createMany({ data: fresh.map((row) => asStored(row, editionId, now)) });
    }
    written += fresh.length;
  }
  return written;
}

/** A held edition's figures are kept beside the ones that count, for an admin to look at. */
export async function storeDrafts(
  transaction: Transaction,
  editionId: number,
  rows: readonly PlacedRow[],
): Promise<void> {
  for (const table of FIGURE_TABLES) {
    const drafts = rows.filter((row) => row.table === table);
    const [first] = drafts;
    if (!first) continue;
    const delegate = tableOf(transaction, table);
    const kept = await delegate.count({ where: { readingId: first.readingId, currentFrom: null } });
    if (kept > 0) continue;
    await delegate.createMany({ data: drafts.map((row) => asStored(row, editionId, null)) });
  }
}

function asStored(row: PlacedRow, editionId: number, currentFrom: Date | null): Record<string, unknown> {
  const { columns, series, fingerprint, readingId, snapshotSha256 } = row;
  return { ...columns, series, fingerprint, editionId, readingId, snapshotSha256, currentFrom };
}

function identityOf(series: string, fingerprint: string, checked: boolean): string {
  return `${series}\u0000${fingerprint}\u0000${checked}`;
}

function countByIdentity(
  rows: readonly { id: number; series: string; fingerprint: string; checked: boolean }[],
): Map<string, number[]> {
  const byIdentity = new Map<string, number[]>();
  for (const { id, series, fingerprint, checked } of rows) {
    const identity = identityOf(series, fingerprint, checked);
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), id]);
  }
  return byIdentity;
}
