import type { Context } from "@/context";
import type { Origin } from "@/domain/provenance";
import type { Publication } from "@/sources/publication";

export interface SettledReading {
  readonly id: number;
  readonly status: string;
  readonly editionKey: string | null;
  /** What keeps its figures back, if anything does. */
  readonly stop: StopFinding | null;
}

export interface StopFinding {
  readonly kind: string;
  readonly message: string;
  readonly expected?: string;
  readonly met?: string;
}

/**
 * The reading of these bytes by today's reader, if there's nothing left to do with it.
 *
 * A published reading is settled only while it's the one that counts for its edition: a publisher
 * who goes back to an earlier file makes that file news again.
 */
export async function settledReading(
  context: Pick<Context, "database">,
  publication: Publication,
  origin: Origin,
  url: string,
  sha256: string,
): Promise<SettledReading | null> {
  const reading = await context.database.reading.findUnique({
    where: {
      publicationId_snapshotSha256_parserVersion_origin_url: {
        publicationId: publication.id,
        snapshotSha256: sha256,
        parserVersion: publication.parserVersion,
        origin,
        url,
      },
    },
    include: { edition: true, findings: { where: { severity: "stop" }, orderBy: { id: "asc" }, take: 1 } },
  });
  if (!reading) return null;
  const settled = reading.status !== "published" || reading.edition?.currentReadingId === reading.id;
  if (!settled) return null;
  const stop = reading.findings[0];
  return {
    id: reading.id,
    status: reading.status,
    editionKey: reading.edition?.key ?? null,
    stop: stop ? { ...stop, expected: stop.expected ?? undefined, met: stop.met ?? undefined } : null,
  };
}
