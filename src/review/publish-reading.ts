import type { Edition } from "@/generated/prisma/client";
import { endArchive, withoutLive } from "@/store/archive-and-live";
import { storeCounting } from "@/store/counting-figures";
import type { EndedBecause, PlacedRow } from "@/store/figure-tables";
import type { Subject } from "./decide";

/**
 * Makes these figures the ones of the edition that count, exactly as an ingestion run does: what says the
 * same stays, the rest is ended, and our archive's copies give way to the publisher's own.
 *
 * @returns how many figures were written
 */
export async function publishReading(
  { transaction, reading, now }: Subject,
  edition: Edition,
  figures: readonly PlacedRow[],
  because: EndedBecause,
): Promise<number> {
  const { publicationId, origin } = reading;
  const admitted = origin === "archive" ? await withoutLive(transaction, publicationId, figures) : figures;
  const written = await storeCounting(transaction, edition.id, admitted, now, because);
  if (origin === "live") await endArchive(transaction, publicationId, edition, figures, now);
  await transaction.edition.update({ where: { id: edition.id }, data: { currentReadingId: reading.id } });
  return written;
}
