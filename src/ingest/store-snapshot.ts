import type { Fetched } from "@/context";
import { noteAnswer } from "./noting-answers";
import type { PublicationRun } from "./publication-run";

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
  run: PublicationRun,
  met: MetDocument,
  fetched: Extract<Fetched, { kind: "fetched" }>,
): Promise<KeptDocument> {
  const { context, publication, fetcher, runId } = run;
  const { sha256, size } = await context.snapshots.keep(fetched.bytes);
  const title = fetched.title ?? met.title;
  const kept = { sha256, title, mediaType: fetched.mediaType, bytes: fetched.bytes };
  const validators = { etag: fetched.etag, lastModified: fetched.lastModified };

  const known = run.known.address(met.url);
  const sameValidators = known?.etag === validators.etag && known.lastModified === validators.lastModified;
  if (known?.capture?.snapshotSha256 === sha256 && sameValidators) {
    run.asBefore.push(met.url);
    noteAnswer(run, met.url, { captureId: known.capture.id });
    return { ...kept, captureId: known.capture.id };
  }

  const now = context.clock.now();
  const identity = { publicationId: publication.id, url: met.url, origin: fetcher.origin };
  const captureId = await context.database.$transaction(async (transaction) => {
    await transaction.snapshot.createMany({
      data: [{ sha256, size, mediaType: fetched.mediaType, storedAt: now }],
      skipDuplicates: true,
    });
    const sameBytes = known?.capture?.snapshotSha256 === sha256 ? known.capture : null;
    const capture =
      sameBytes ??
      (await transaction.capture.create({
        data: {
          ...identity,
          ...validators,
          snapshotSha256: sha256,
          title,
          retrievedAt: now,
          publishedOn: fetched.publishedOn ?? met.publishedOn,
          citationTitle: fetched.citation?.title ?? null,
          citationUrl: fetched.citation?.url ?? null,
          note: fetched.note,
          runId,
        },
      }));
    const reached = {
      ...validators,
      captureId: capture.id,
      lastCheckedAt: now,
      lastReachedAt: now,
      ...(sameBytes ? { lastOutcome: "unchanged" } : { lastOutcome: "changed", lastChangedAt: now }),
    };
    await transaction.sourceAddress.upsert({
      where: { publicationId_url_origin: identity },
      create: { ...identity, ...reached },
      update: reached,
    });
    return capture.id;
  });
  noteAnswer(run, met.url, { captureId, isNew: known?.capture?.snapshotSha256 !== sha256 });
  return { ...kept, captureId };
}

/**
 * Records that bytes which had given way to others are met once more, where they were never changed: a
 * meeting of its own, since the order of meetings says which document stands.
 */
export async function storeMetAgain(
  run: PublicationRun,
  url: string,
  document: KeptDocument,
): Promise<KeptDocument> {
  const { context, publication, fetcher, runId } = run;
  const identity = { publicationId: publication.id, url, origin: fetcher.origin };
  const captureId = await context.database.$transaction(async (transaction) => {
    const { id: _, ...before } = await transaction.capture.findUniqueOrThrow({
      where: { id: document.captureId },
    });
    const capture = await transaction.capture.create({
      data: { ...before, retrievedAt: context.clock.now(), runId },
    });
    await transaction.sourceAddress.update({
      where: { publicationId_url_origin: identity },
      data: { captureId: capture.id },
    });
    return capture.id;
  });
  noteAnswer(run, url, { captureId, isNew: true });
  return { ...document, captureId };
}

/**
 * Records that an address was asked and gave nothing new, or nothing at all. That our own copy doesn't
 * hold something is no event.
 */
export async function storeCheck(
  { context, publication, fetcher }: Pick<PublicationRun, "context" | "publication" | "fetcher">,
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

/** Records, in one go, that these addresses answered as before. */
export async function storeChecksAsBefore({
  context,
  publication,
  fetcher,
  asBefore,
}: PublicationRun): Promise<void> {
  if (asBefore.length === 0) return;
  const now = context.clock.now();
  await context.database.sourceAddress.updateMany({
    where: { publicationId: publication.id, origin: fetcher.origin, url: { in: asBefore } },
    data: { lastCheckedAt: now, lastReachedAt: now, lastOutcome: "unchanged" },
  });
}
