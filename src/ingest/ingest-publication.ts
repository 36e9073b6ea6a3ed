import type { Context, Fetcher } from "@/context";
import { londonDay } from "@/domain/calendar-date";
import { describeFinding, type Finding } from "@/domain/finding";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import type { Origin } from "@/domain/provenance";
import type {
  DocumentLink,
  DraftReading,
  FetchedDocument,
  HeldAllocation,
  Publication,
} from "@/sources/publication";
import { capture } from "./capture";
import { checkReading } from "./check-reading";
import { discover, type FoundAt } from "./discover";
import { loadHeldAllocations } from "./load-held-allocations";
import { loadIsFirst } from "./load-is-first";
import { loadKnown, type StopFinding } from "./load-known";
import type { PublicationRun } from "./publication-run";
import { reconcileFindings } from "./store-findings";
import { storeReading } from "./store-reading";
import { storeChecksAsBefore, storeMetAgain } from "./store-snapshot";
import { withoutStrayFaults } from "./without-stray-faults";

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
  signal?: AbortSignal,
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

  const run: PublicationRun = {
    context,
    publication,
    fetcher: { origin, fetch: (url, validators) => fetcher.fetch(url, validators) },
    runId,
    councils,
    known: await loadKnown(context, publication, origin),
    isFirst: await loadIsFirst(context, publication, runId),
    asBefore: [],
  };
  const discovered = await discover(run, londonDay(context.clock.now()));
  tally.open.push(...discovered.findings);
  const listed = new Set(discovered.documents.flatMap(({ url }) => url ?? []));
  for (const document of discovered.documents) {
    signal?.throwIfAborted();
    await ingestDocument(run, document, listed, tally);
  }
  await storeChecksAsBefore(run);
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
  run: PublicationRun,
  link: DocumentLink,
  listed: ReadonlySet<string>,
  tally: Tally,
): Promise<void> {
  const { publication, councils, fetcher } = run;
  const { url } = link;
  if (url === null) return noteNoAddress(publication, fetcher.origin, link, tally);
  const captured = await capture(run, link, url);
  if (captured.kind === "nothing") {
    if (captured.finding) tally.open.push({ url, finding: captured.finding });
    return;
  }
  const document = run.known.isBack(captured.document.sha256, listed)
    ? await storeMetAgain(run, url, captured.document)
    : captured.document;
  tally.snapshots += 1;
  if (link.purpose === "keep") {
    if (captured.asBefore) tally.unchanged += 1;
    return;
  }

  const settled = run.known.settled(url, document.sha256, document.captureId);
  if (settled) {
    tally.unchanged += 1;
    tally.readings.add(settled.id);
    if (settled.editionKey) tally.editions.set(settled.editionKey, url);
    countReading(tally, settled.status, settled.stop);
    return;
  }

  const { title, mediaType, bytes } = document;
  const draft = await readDocument(publication, { url, title, mediaType, bytes, origin: fetcher.origin });
  const checked = draft.edition
    ? checkReading(publication, draft, councils, fetcher.origin, await heldAround(run, draft))
    : { figures: [], findings: draft.findings };
  const reading = await storeReading(
    run,
    url,
    document,
    { edition: draft.edition, ...checked },
    tally.editions,
  );
  tally.figures += reading.written;
  tally.readings.add(reading.readingId);
  if (draft.edition) tally.editions.set(draft.edition.key, url);
  countReading(tally, reading.status, checked.findings.find(({ severity }) => severity === "stop") ?? null);
}

async function heldAround(
  { context, publication }: PublicationRun,
  draft: DraftReading,
): Promise<readonly HeldAllocation[]> {
  if (!publication.checkAgainstHeld) return [];
  const years = draft.figures.flatMap((figure) =>
    figure.type === "allocation" ? [figure.financialYear] : [],
  );
  return loadHeldAllocations(context, publication, years);
}

function countReading(tally: Tally, status: string, stop: StopFinding | null): void {
  if (status !== "held" && status !== "not-understood") {
    tally.good += 1;
    return;
  }
  const how = stop?.kind === "unreadable-document" ? "failed" : "held";
  tally.trouble.push({ how, message: stop ? describeFinding(stop) : "The document was not understood." });
}

/** A reader that fails on a document it should have declined is a fault of ours; the document is kept all the same. */
async function readDocument(publication: Publication, document: FetchedDocument): Promise<DraftReading> {
  try {
    return await withoutStrayFaults(async () => publication.read(document));
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
