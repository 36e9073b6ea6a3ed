import type { Reading } from "@/generated/prisma/client";
import { hasLiveEdition } from "@/store/archive-and-live";
import type { Transaction } from "@/store/figure-tables";

type Place = Pick<
  Reading,
  "id" | "publicationId" | "origin" | "url" | "snapshotSha256" | "editionId" | "readAt"
>;

/**
 * Of readings whose figures don't count, those on which nobody need decide any more:
 *
 * - their address holds other bytes now, or the same bytes were read again by a newer reader
 * - the same edition was read later at another address
 * - they are of our archive, and the publisher's own edition counts
 */
export async function replacedReadings(
  transaction: Transaction,
  readings: readonly Place[],
): Promise<ReadonlySet<number>> {
  const urls = readings.map(({ url }) => url);
  const editionIds = readings.flatMap(({ editionId }) => editionId ?? []);
  const addresses = await transaction.sourceAddress.findMany({
    where: { url: { in: urls } },
    include: { capture: { select: { snapshotSha256: true } } },
  });
  const others = await transaction.reading.findMany({
    where: { OR: [{ url: { in: urls } }, { editionId: { in: editionIds } }] },
  });
  const editions = await transaction.edition.findMany({ where: { id: { in: editionIds } } });
  const replaced = new Set<number>();
  for (const reading of readings) {
    const address = addresses.find((candidate) => sameAddress(candidate, reading));
    const edition = editions.find(({ id }) => id === reading.editionId);
    const isReplaced =
      (address?.capture && address.capture.snapshotSha256 !== reading.snapshotSha256) ||
      others.some((other) => readAgain(other, reading) || readElsewhere(other, reading)) ||
      (reading.origin === "archive" &&
        edition &&
        (await hasLiveEdition(transaction, reading.publicationId, edition)));
    if (isReplaced) replaced.add(reading.id);
  }
  return replaced;
}

function sameAddress(
  a: Pick<Place, "publicationId" | "origin" | "url">,
  b: Pick<Place, "publicationId" | "origin" | "url">,
): boolean {
  return a.publicationId === b.publicationId && a.origin === b.origin && a.url === b.url;
}

function readAgain(other: Place, reading: Place): boolean {
  return (
    other.id > reading.id && sameAddress(other, reading) && other.snapshotSha256 === reading.snapshotSha256
  );
}

function readElsewhere(other: Place & Pick<Reading, "status">, reading: Place): boolean {
  return (
    other.editionId !== null &&
    other.editionId === reading.editionId &&
    other.url !== reading.url &&
    other.readAt > reading.readAt &&
    (other.status === "published" || other.status === "held")
  );
}
