import type { Context } from "@/context";
import type { Origin } from "@/domain/provenance";
import type { Prisma } from "@/generated/prisma/client";
import type { Publication } from "@/sources/publication";
import { agreementPapers } from "@/store/agreement-papers";

/** What is held of a publication before a run looks at it, in two queries however many documents it has. */
export interface Known {
  address(url: string): KnownAddress | undefined;
  /**
   * The reading of these bytes by today's reader, if there's nothing left to do with it.
   *
   * A published reading is settled only while it's the one that counts for its edition: a publisher
   * who goes back to an earlier file makes that file news again.
   *
   * @param captureId of the meeting in question: an earlier meeting with the same bytes settles nothing
   */
  settled(url: string, sha256: string, captureId: number): SettledReading | null;
  /**
   * Whether these bytes stood once, gave way to others that are no longer listed, and now are listed again at
   * the address where they always were.
   */
  isBack(sha256: string, listed: ReadonlySet<string>): boolean;
}

export type KnownAddress = Prisma.SourceAddressGetPayload<{
  include: { capture: { include: { snapshot: true } } };
}>;

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

export async function loadKnown(
  context: Pick<Context, "database">,
  publication: Publication,
  origin: Origin,
): Promise<Known> {
  const identity = { publicationId: publication.id, origin };
  const [addresses, readings, latest, papers] = await Promise.all([
    context.database.sourceAddress.findMany({
      where: identity,
      include: { capture: { include: { snapshot: true } } },
    }),
    context.database.reading.findMany({
      where: { ...identity, parserVersion: publication.parserVersion },
      include: { edition: true, findings: { where: { severity: "stop" }, orderBy: { id: "asc" } } },
    }),
    context.database.reading.findMany({
      where: identity,
      select: { id: true, url: true, snapshotSha256: true },
      orderBy: [{ readAt: "asc" }, { id: "asc" }],
    }),
    publication.readPage ? agreementPapers(context.database, publication.id) : [],
  ]);
  const addressByUrl = new Map(addresses.map((address) => [address.url, address]));
  const readingByBytes = new Map(
    readings.map((reading) => [bytesAt(reading.url, reading.snapshotSha256), reading]),
  );

  const latestByBytes = new Map(
    latest.map(({ id, url, snapshotSha256 }) => [bytesAt(url, snapshotSha256), id]),
  );

  return {
    address: (url) => addressByUrl.get(url),
    isBack(sha256, listed) {
      const paper = papers.find(({ snapshotSha256 }) => snapshotSha256 === sha256);
      const stands = papers.find(
        ({ dfeCode, cohort }) => dfeCode === paper?.dfeCode && cohort === paper.cohort,
      );
      return stands !== undefined && stands.snapshotSha256 !== sha256 && !listed.has(stands.url);
    },
    settled(url, sha256, captureId) {
      const reading = readingByBytes.get(bytesAt(url, sha256));
      if (!reading || reading.captureId !== captureId) return null;
      // Spellings that were taken back lead back to an earlier understanding.
      if (latestByBytes.get(bytesAt(url, sha256)) !== reading.id) return null;
      const { id, status, edition } = reading;
      if (status === "published" && edition?.currentReadingId !== id) return null;
      const [stop] = reading.findings;
      return {
        id,
        status,
        editionKey: edition?.key ?? null,
        stop: stop ? { ...stop, expected: stop.expected ?? undefined, met: stop.met ?? undefined } : null,
      };
    },
  };
}

function bytesAt(url: string, sha256: string): string {
  return `${sha256} ${url}`;
}
