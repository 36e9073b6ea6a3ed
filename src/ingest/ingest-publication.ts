import type { Context, Fetcher } from "@/context";
import { londonDay } from "@/domain/calendar-date";
import { describeFinding, type Finding } from "@/domain/finding";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import type { Origin } from "@/domain/provenance";
import type { DocumentLink, DraftReading, FetchedDocument, Publication } from "@/sources/publication";
import { checkReading } from "./check-reading";
import { absentFinding, discover, type FoundAt, refusedFinding, unreachableFinding } from "./discover";
import { type StopFinding, settledReading } from "./load-reading";
import { storeReading } from "./store-figures";
import { reconcileFindings } from "./store-findings";
import { type KeptDocument, storeCheck, storeSnapshot } from "./store-snapshot";

export type SourceStatus = "ok" | "unchanged" | "partial" | "held" | "failed";

/** What became of one publication in one run. */
export interface SourceOutcome {
  readonly source: string;
  readonly origin: Origin;
  readonly status: SourceStatus;
  /** Documents met, and how many of them were as before. */
  readonly snapshots: number;
  readonly unchanged: number;
  /** Figures written: new ones, and ones that say something else than before. */
  readonly figures: number;
  /** Findings open after this run that hold something back; notes aren't counted. */
  readonly findings: number;
  readonly durationMs: number;
  readonly error?: string;
  /** Why nobody could be reached at all; set only when that is so. */
  readonly unreachable?: string;
}

interface Tally {
  snapshots: number;
  unchanged: number;
  figures: number;
  /** Documents whose figures count. */
  good: number;
  /** Why others don't: not to be had or not readable (`failed`), or kept back for a person to decide (`held`). */
  readonly trouble: { readonly how: "failed" | "held"; readonly message: string }[];
  readonly open: FoundAt[];
  readonly readings: Set<number>;
  /** Edition met at which address, to notice the same edition at a second one. */
  readonly editions: Map<string, string>;
}

/**
 * Brings the store up to date with one publication: discover, capture, read, check, store.
 *
 * Each document is stored whole or not at all, and a document that can't be had or understood leaves
 * the figures that are held as they are.
 */
export async function ingestPublication(
  context: Context,
  publication: Publication,
  fetcher: Fetcher,
  runId: string,
  councils: CouncilRegister,
): Promise<SourceOutcome> {
  const started = performance.now();
  const origin =
    publication.bundledAs && fetcher.origin === "archive" ? publication.bundledAs : fetcher.origin;
  const tally: Tally = {
    snapshots: 0,
    unchanged: 0,
    figures: 0,
    good: 0,
    trouble: [],
    open: [],
    readings: new Set(),
    editions: new Map(),
  };

  const from: Fetcher = { origin, fetch: (url, validators) => fetcher.fetch(url, validators) };
  const discovered = await discover(context, publication, from, runId, londonDay(context.clock.now()));
  tally.open.push(...discovered.findings);
  for (const document of discovered.documents) {
    await ingestDocument(context, publication, from, runId, councils, document, tally);
  }
  if (discovered.documents.length === 0 && tally.open.length === 0) {
    tally.open.push({ url: publication.landingPage, finding: nothingListed(publication) });
  }

  for (const { finding } of tally.open) {
    if (finding.severity === "stop") tally.trouble.push({ how: "failed", message: describeFinding(finding) });
  }

  const serious = await reconcileFindings(context, publication, origin, runId, tally.open, tally.readings);
  return {
    source: publication.id,
    origin,
    status: statusOf(tally, serious),
    snapshots: tally.snapshots,
    unchanged: tally.unchanged,
    figures: tally.figures,
    findings: serious,
    durationMs: Math.round(performance.now() - started),
    ...(tally.trouble[0] ? { error: tally.trouble[0].message } : {}),
    ...(discovered.unreachable === null ? {} : { unreachable: discovered.unreachable }),
  };
}

async function ingestDocument(
  context: Context,
  publication: Publication,
  fetcher: Fetcher,
  runId: string,
  councils: CouncilRegister,
  link: DocumentLink,
  tally: Tally,
): Promise<void> {
  if (link.url === null) return noteNoAddress(publication, fetcher.origin, link, tally);
  const document = await capture(context, publication, fetcher, runId, link, link.url, tally);
  if (!document || link.purpose === "keep") return;

  const settled = await settledReading(context, publication, fetcher.origin, link.url, document.sha256);
  if (settled) {
    tally.unchanged += 1;
    tally.readings.add(settled.id);
    if (settled.editionKey) tally.editions.set(settled.editionKey, link.url);
    countReading(tally, settled.status, settled.stop);
    return;
  }

  const draft = readDocument(publication, {
    url: link.url,
    title: document.title,
    mediaType: document.mediaType,
    bytes: document.bytes,
    origin: fetcher.origin,
  });
  const checked = draft.edition
    ? checkReading(publication, draft, councils, fetcher.origin)
    : { figures: [], findings: draft.findings };
  const reading = await storeReading(
    context,
    publication,
    fetcher.origin,
    runId,
    link.url,
    document,
    { edition: draft.edition, ...checked },
    tally.editions,
  );
  tally.figures += reading.written;
  tally.readings.add(reading.readingId);
  if (draft.edition) tally.editions.set(draft.edition.key, link.url);
  countReading(
    tally,
    reading.status,
    checked.findings.find((finding) => finding.severity === "stop") ?? null,
  );
}

function countReading(tally: Tally, status: string, stop: StopFinding | null): void {
  if (status !== "held" && status !== "not-understood") {
    tally.good += 1;
    return;
  }
  const how = stop?.kind === "unreadable-document" ? "failed" : "held";
  tally.trouble.push({ how, message: stop ? describeFinding(stop) : "The document was not understood." });
}

async function capture(
  context: Context,
  publication: Publication,
  fetcher: Fetcher,
  runId: string,
  link: DocumentLink,
  url: string,
  tally: Tally,
): Promise<KeptDocument | null> {
  const known = await context.database.sourceAddress.findUnique({
    where: { publicationId_url_origin: { publicationId: publication.id, url, origin: fetcher.origin } },
    include: { capture: { include: { snapshot: true } } },
  });
  const fetched = await fetcher.fetch(url, {
    etag: known?.captureId ? known.etag : null,
    lastModified: known?.captureId ? known.lastModified : null,
  });
  if (fetched.kind === "fetched") {
    tally.snapshots += 1;
    const met = { url, title: link.title, publishedOn: link.publishedOn ?? null };
    const kept = await storeSnapshot(context, publication, fetcher, runId, met, fetched);
    if (link.purpose === "keep" && kept.sha256 === known?.capture?.snapshotSha256) tally.unchanged += 1;
    return kept;
  }

  await storeCheck(context, publication, fetcher, url, fetched.kind);
  switch (fetched.kind) {
    case "not-modified": {
      tally.snapshots += 1;
      if (link.purpose === "keep") tally.unchanged += 1;
      const bytes = known?.capture ? await context.snapshots.read(known.capture.snapshotSha256) : null;
      if (!known?.capture || !bytes) {
        tally.open.push({
          url,
          finding: refusedFinding(url, 'it says "not modified" of a document that isn\'t held'),
        });
        return null;
      }
      return {
        captureId: known.capture.id,
        sha256: known.capture.snapshotSha256,
        title: known.capture.title,
        mediaType: known.capture.snapshot.mediaType,
        bytes,
      };
    }
    case "absent":
      // Our archive holds what it holds; at the publisher's a document that is listed but gone is a fault.
      if (fetcher.origin === "live") tally.open.push({ url, finding: absentFinding(url, fetched.reason) });
      return null;
    case "unreachable":
      tally.open.push({ url, finding: unreachableFinding(url, fetched.reason) });
      return null;
    case "refused":
      tally.open.push({ url, finding: refusedFinding(url, fetched.reason) });
      return null;
  }
}

/** A reader that fails on a document it should have declined is a fault of ours; the document is kept all the same. */
function readDocument(publication: Publication, document: FetchedDocument): DraftReading {
  try {
    return publication.read(document);
  } catch (error) {
    const finding: Finding = {
      kind: "unreadable-document",
      severity: "stop",
      message: `The reader of ${publication.id} broke on ${document.url}. Nothing of it is published; this is a fault in our reader, please report it.`,
      met: error instanceof Error ? error.message : String(error),
    };
    return { edition: null, figures: [], findings: [finding] };
  }
}

function noteNoAddress(publication: Publication, origin: Origin, link: DocumentLink, tally: Tally): void {
  if (origin !== "live") return;
  tally.open.push({
    url: publication.landingPage,
    finding: {
      kind: "no-address",
      severity: "doubt",
      message: `The publisher lists "${link.title}" without an address, so it couldn't be fetched.`,
    },
  });
}

function nothingListed(publication: Publication): Finding {
  return {
    kind: "nothing-listed",
    severity: "stop",
    message: `No document of ${publication.title} was found. Yesterday's figures stand; check ${publication.landingPage}.`,
  };
}

function statusOf(tally: Tally, serious: number): SourceStatus {
  if (tally.trouble.length > 0) {
    if (tally.good > 0) return "partial";
    return tally.trouble.some(({ how }) => how === "failed") ? "failed" : "held";
  }
  if (serious > 0) return "partial";
  return tally.figures === 0 && tally.unchanged === tally.snapshots ? "unchanged" : "ok";
}
