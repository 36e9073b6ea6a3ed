import type { Edition, Reading } from "@/generated/prisma/client";
import { copiesOf, hasLiveEdition, withoutLive } from "@/store/archive-and-live";
import { storeCounting } from "@/store/counting-figures";
import {
  type EndedBecause,
  FIGURE_TABLES,
  type PlacedRow,
  type Transaction,
  tableOf,
} from "@/store/figure-tables";
import { placedRow } from "@/store/placed-row";
import type { Subject } from "./decide";
import { countedBefore, countingFigures, figuresBefore } from "./edition-figures";
import { ReviewProblem } from "./review-problem";

/**
 * Takes the figures of a document out and brings back what counted before them, as new rows: the edition's
 * earlier figures, and our archive's copies that had given way. A gap would look like good news.
 *
 * @returns how many figures were written
 * @throws ReviewProblem when nothing would be left of the reference list of councils
 */
export async function withdrawReading(
  subject: Subject,
  edition: Edition,
  because: EndedBecause,
): Promise<number> {
  const { transaction, reading, now } = subject;
  const withdrawn = await countingFigures(transaction, edition.id);
  const { since, previous } = await whatCountedBefore(transaction, reading, edition);
  const before = await figuresBefore(transaction, edition.id, since);
  const isReferenceList = withdrawn.some(({ table }) => table === "authorityRecord");
  if (isReferenceList && before.length === 0) {
    throw new ReviewProblem(
      "wrong-state",
      "Without the reference list of councils nothing can be read or shown. Correct the list instead.",
    );
  }
  const written = await storeCounting(transaction, edition.id, before, now, because);
  await transaction.edition.update({
    where: { id: edition.id },
    data: { currentReadingId: previous?.id ?? null },
  });
  if (reading.origin !== "live") return written;
  return written + (await bringCopiesBack(subject, edition, withdrawn, since, because));
}

interface Published {
  readonly reading: Reading;
  /** When its figures began to count. */
  readonly at: number;
}

/**
 * Since when a document has counted without another one in between, however often it was read, and the
 * reading that counted before it.
 */
async function whatCountedBefore(
  transaction: Transaction,
  { id, snapshotSha256 }: Reading,
  edition: Edition,
): Promise<{ readonly since: Date; readonly previous: Reading | null }> {
  const published = await publishedReadings(transaction, edition.id);
  let since = published.find(({ reading }) => reading.id === id)?.at ?? 0;
  let previous: Reading | null = null;
  for (const { reading, at } of published) {
    if (at > since || reading.id === id) continue;
    if (reading.snapshotSha256 !== snapshotSha256) {
      previous = reading;
      break;
    }
    since = at;
  }
  return { since: new Date(since), previous };
}

/**
 * Newest first. A reading that was approved, or brought back, counts from that decision on. An earlier reading
 * of bytes that were rejected since never comes back.
 */
async function publishedReadings(transaction: Transaction, editionId: number): Promise<Published[]> {
  const readings = await transaction.reading.findMany({
    where: { editionId },
    include: { decisions: { include: { undoes: true, undoneBy: true }, orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
  });
  const rejected = new Map(
    readings
      .filter(({ decisions }) => decisions.some(({ verb, undoneBy }) => verb === "reject" && !undoneBy))
      .map(({ id, snapshotSha256 }) => [snapshotSha256, id]),
  );
  return readings
    .filter(
      ({ id, status, snapshotSha256 }) => status === "published" && id > (rejected.get(snapshotSha256) ?? 0),
    )
    .map(({ decisions, ...reading }) => {
      const published = decisions.filter(
        ({ verb, undoes }) => verb === "approve" || undoes?.verb === "reject",
      );
      const times = [reading.readAt, ...published.map(({ decidedAt }) => decidedAt)];
      return { reading, at: Math.max(...times.map((time) => time.getTime())) };
    })
    .sort((a, b) => b.at - a.at || b.reading.id - a.reading.id);
}

/** Only copies that nothing of the publisher's own still replaces. */
async function bringCopiesBack(
  { transaction, reading: { publicationId }, now }: Subject,
  edition: Edition,
  withdrawn: readonly PlacedRow[],
  since: Date,
  because: EndedBecause,
): Promise<number> {
  const copies = await copiesOf(transaction, publicationId, edition, withdrawn);
  const byEdition = new Map<number, PlacedRow[]>();
  for (const table of FIGURE_TABLES) {
    const ended = await tableOf(transaction, table).findMany({
      where: { ...copies(table), ...countedBefore(since), endedBecause: "archive-superseded" },
    });
    for (const figure of ended) {
      byEdition.set(figure.editionId, [...(byEdition.get(figure.editionId) ?? []), placedRow(table, figure)]);
    }
  }
  let written = 0;
  for (const [editionId, rows] of byEdition) {
    const copied = await transaction.edition.findUniqueOrThrow({ where: { id: editionId } });
    if (await hasLiveEdition(transaction, publicationId, copied)) continue;
    const counting = await countingFigures(transaction, editionId);
    const counted = new Set(counting.map(({ series }) => series));
    const missing = (await withoutLive(transaction, publicationId, rows)).filter(
      ({ series }) => !counted.has(series),
    );
    written += await storeCounting(transaction, editionId, [...counting, ...missing], now, because);
  }
  return written;
}
