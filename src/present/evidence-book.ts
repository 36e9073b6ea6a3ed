import type { Locator } from "@/domain/provenance";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { Source } from "@/shapes/api-shapes";
import { figureSource } from "./figure-source";
import { groupBy } from "./grouping";

/** A place in a document that was met at some time. */
export interface PlaceSeen {
  readonly publicationId: string;
  readonly snapshotSha256: string;
  /** The document's address, or whose page it was taken from. */
  readonly url: string;
  readonly locator: Locator;
  readonly seenBy: Date;
}

/** Sources of places in documents, their captures fetched once for all of them. */
export interface EvidenceBook {
  /** Null where the document isn't in the store any more. */
  sourceOf(place: PlaceSeen): Source | null;
}

const CAPTURE = {
  include: { publication: { select: { landingPage: true, licence: true } } },
} as const satisfies Prisma.CaptureDefaultArgs;
type Capture = Prisma.CaptureGetPayload<typeof CAPTURE>;

export async function openEvidenceBook(
  database: PrismaClient,
  places: readonly PlaceSeen[],
): Promise<EvidenceBook> {
  const captures = await database.capture.findMany({
    where: {
      publicationId: { in: [...new Set(places.map(({ publicationId }) => publicationId))] },
      snapshotSha256: { in: [...new Set(places.map(({ snapshotSha256 }) => snapshotSha256))] },
    },
    ...CAPTURE,
    orderBy: { id: "asc" },
  });
  const byDocument = groupBy(captures, ({ publicationId, snapshotSha256 }) =>
    documentOf(publicationId, snapshotSha256),
  );
  return {
    sourceOf(place) {
      const met = byDocument.get(documentOf(place.publicationId, place.snapshotSha256)) ?? [];
      const capture = meetingOf(place, met);
      return capture ? sourceAt(place, capture) : null;
    },
  };
}

/** The last meeting at that address before it was seen; else any meeting with these bytes. */
function meetingOf(place: PlaceSeen, met: readonly Capture[]): Capture | undefined {
  const before = met.filter(({ retrievedAt }) => retrievedAt <= place.seenBy);
  return before.findLast(({ url }) => url === place.url) ?? before.at(-1) ?? met[0];
}

function sourceAt(place: PlaceSeen, capture: Capture): Source {
  const { publicationId, origin, publication, id } = capture;
  const { snapshotSha256, url } = place;
  const cited = url !== "" && url !== capture.url && origin !== "live" ? url : null;
  return figureSource(
    {
      snapshotSha256,
      locator: { ...place.locator } as Prisma.JsonObject,
      confidence: null,
      citationTitle: cited === null ? null : hostOf(cited),
      citationUrl: cited,
    },
    { id, publicationId, origin, publication, capture },
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}

function documentOf(publicationId: string, sha256: string): string {
  return `${publicationId} ${sha256}`;
}
