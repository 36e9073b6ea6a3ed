import type { Context, Fetched, Fetcher } from "@/context";
import type { Publication } from "@/sources/publication";

/** Bytes met at an address, kept: the start of every reading. */
export interface KeptDocument {
  readonly captureId: number;
  readonly sha256: string;
  readonly title: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface MetDocument {
  readonly url: string;
  readonly title: string;
  readonly publishedOn: string | null;
}

/**
 * Keeps fetched bytes under their SHA-256 and records where and when they were met.
 *
 * Bytes equal to the ones met last time at this address make no new row: only the time of the check
 * moves. The file is on disk before any row names it, so that a crash in between leaves an unnamed
 * file and never a row without its bytes.
 */
export async function storeSnapshot(
  context: Context,
  publication: Publication,
  fetcher: Fetcher,
  runId: string,
  met: MetDocument,
  fetched: Extract<Fetched, { kind: "fetched" }>,
): Promise<KeptDocument> {
  const { sha256, size } = await context.snapshots.keep(fetched.bytes);
  const now = context.clock.now();
  const identity = { publicationId: publication.id, url: met.url, origin: fetcher.origin };
  const title = fetched.title ?? met.title;
  const kept = { sha256, title, mediaType: fetched.mediaType, bytes: fetched.bytes };

  const known = await context.database.sourceAddress.findUnique({
    where: { publicationId_url_origin: identity },
    include: { capture: true },
  });
  const reached = {
    lastCheckedAt: now,
    lastReachedAt: now,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
  };
  if (known?.capture?.snapshotSha256 === sha256) {
    await context.database.sourceAddress.update({
      where: { publicationId_url_origin: identity },
      data: { ...reached, lastOutcome: "unchanged" },
    });
    return { ...kept, captureId: known.capture.id };
  }

  const captureId = await context.database.$transaction(async (transaction) => {
    await transaction.snapshot.createMany({
      data: [{ sha256, size, mediaType: fetched.mediaType, storedAt: now }],
      skipDuplicates: true,
    });
    const capture = await transaction.capture.create({
      data: {
        ...identity,
        snapshotSha256: sha256,
        title,
        retrievedAt: now,
        publishedOn: fetched.publishedOn ?? met.publishedOn,
        etag: fetched.etag,
        lastModified: fetched.lastModified,
        citationTitle: fetched.citation?.title ?? null,
        citationUrl: fetched.citation?.url ?? null,
        note: fetched.note,
        runId,
      },
    });
    const changed = { ...reached, lastChangedAt: now, lastOutcome: "changed", captureId: capture.id };
    await transaction.sourceAddress.upsert({
      where: { publicationId_url_origin: identity },
      create: { ...identity, ...changed },
      update: changed,
    });
    return capture.id;
  });
  return { ...kept, captureId };
}

/**
 * Records that an address was asked and gave nothing new, or nothing at all. That our own copy doesn't
 * hold something is no event.
 */
export async function storeCheck(
  context: Context,
  publication: Publication,
  fetcher: Fetcher,
  url: string,
  outcome: Exclude<Fetched["kind"], "fetched">,
): Promise<void> {
  if (outcome === "absent" && fetcher.origin !== "live") return;
  const now = context.clock.now();
  const identity = { publicationId: publication.id, url, origin: fetcher.origin };
  const checked = {
    lastCheckedAt: now,
    lastOutcome: outcome,
    ...(outcome === "unreachable" ? {} : { lastReachedAt: now }),
  };
  await context.database.sourceAddress.upsert({
    where: { publicationId_url_origin: identity },
    create: { ...identity, ...checked },
    update: checked,
  });
}
