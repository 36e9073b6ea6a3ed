import type { Context } from "@/context";
import type { Origin } from "@/domain/provenance";
import type { Publication } from "@/sources/publication";

/** A document that was read before and still stands at its address. */
export interface StandingDocument {
  readonly url: string;
  readonly captureId: number;
  readonly sha256: string;
  readonly title: string;
  readonly mediaType: string;
}

/**
 * The documents on which a publication rests, in the order in which they were met: the publisher's own where any
 * is held, else our copies of them.
 *
 * @param isWanted by its SHA-256: only these, from wherever they came
 */
export async function loadStandingDocuments(
  { database }: Pick<Context, "database">,
  { id: publicationId, bundledAs }: Publication,
  isWanted: (sha256: string) => boolean,
): Promise<{ readonly origin: Origin; readonly documents: readonly StandingDocument[] }> {
  const addresses = await database.sourceAddress.findMany({
    where: { publicationId, captureId: { not: null } },
    include: { capture: { include: { snapshot: true } } },
    orderBy: { captureId: "asc" },
  });
  const read = await database.reading.findMany({
    where: { publicationId },
    select: { url: true, origin: true },
    distinct: ["url", "origin"],
  });
  const wasRead = new Set(read.map(({ url, origin }) => `${origin} ${url}`));
  const standing = addresses.filter(
    ({ url, origin, capture }) =>
      wasRead.has(`${origin} ${url}`) && capture !== null && isWanted(capture.snapshotSha256),
  );
  const origin = standing.some((address) => address.origin === "live") ? "live" : (bundledAs ?? "archive");
  return {
    origin,
    documents: standing.flatMap(({ capture, url, origin: its }) =>
      capture === null || its !== origin
        ? []
        : {
            url,
            captureId: capture.id,
            sha256: capture.snapshotSha256,
            title: capture.title,
            mediaType: capture.snapshot.mediaType,
          },
    ),
  };
}
