import type { EditionIdentity } from "./counting-figures";
import {
  COUNTING,
  FIGURE_TABLES,
  type FigureRow,
  type FigureTable,
  SAID,
  type Transaction,
  tableOf,
} from "./figure-tables";

type Series = Pick<FigureRow, "table" | "series">;

/** Whether the publisher's own edition of the same name or year counts: our copy of it then doesn't. */
export async function hasLiveEdition(
  transaction: Transaction,
  publicationId: string,
  edition: EditionIdentity,
): Promise<boolean> {
  const live = await transaction.edition.findFirst({
    where: {
      publicationId,
      origin: "live",
      currentReadingId: { not: null },
      OR: [{ key: edition.key }, ...sameYear(edition)],
    },
  });
  return live !== null;
}

/** The publisher's own figure always wins over our copy of it. */
export async function withoutLive<Row extends Series>(
  transaction: Transaction,
  publicationId: string,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const live = new Set<string>();
  for (const table of new Set(rows.map((row) => row.table))) {
    const found = await tableOf(transaction, table).findMany({
      where: { ...COUNTING, reading: { publicationId, origin: "live" } },
      select: SAID,
    });
    for (const row of found) live.add(row.series);
  }
  return rows.filter((row) => !live.has(row.series));
}

/**
 * Ends our archive copy of what the publisher's own edition now says: the same edition, the same year,
 * or the same figure. That is never a change at the publisher.
 */
export async function endArchive(
  transaction: Transaction,
  publicationId: string,
  edition: EditionIdentity,
  rows: readonly Series[],
  now: Date,
): Promise<void> {
  const copies = await copiesOf(transaction, publicationId, edition, rows);
  for (const table of FIGURE_TABLES) {
    await tableOf(transaction, table).updateMany({
      where: { ...COUNTING, ...copies(table) },
      data: { currentUntil: now, endedBecause: "archive-superseded" },
    });
  }
}

/** Which rows of a table are our archive's copies of an edition or of its figures. */
export async function copiesOf(
  transaction: Transaction,
  publicationId: string,
  edition: EditionIdentity,
  rows: readonly Series[],
): Promise<(table: FigureTable) => Record<string, unknown>> {
  const same = await transaction.edition.findMany({
    where: { publicationId, origin: "archive", OR: [{ key: edition.key }, ...sameYear(edition)] },
    select: { id: true },
  });
  const editions = same.map(({ id }) => id);
  return (table) => ({
    OR: [
      { editionId: { in: editions } },
      {
        series: { in: [...new Set(rows.filter((row) => row.table === table).map(({ series }) => series))] },
        reading: { publicationId, origin: "archive" },
      },
    ],
  });
}

function sameYear({ financialYear }: EditionIdentity) {
  return financialYear === null ? [] : [{ financialYear }];
}
