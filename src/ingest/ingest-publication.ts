import type { Context, Fetcher } from "@/context";
import { londonDay } from "@/domain/calendar-date";
import { describeFinding, type Finding } from "@/domain/finding";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import type { Origin } from "@/domain/provenance";
import type { DocumentLink, Publication } from "@/sources/publication";
import { capture } from "./capture";
import { type Discovered, discover } from "./discover";
import { loadIsFirst } from "./load-is-first";
import { loadKnown } from "./load-known";
import { type Answer, notingAnswers } from "./noting-answers";
import type { PublicationRun, Watch } from "./publication-run";
import { readKept } from "./read-kept";
import { storeAnswers } from "./store-answers";
import { reconcileFindings } from "./store-findings";
import { storeChecksAsBefore, storeMetAgain } from "./store-snapshot";
import { emptyTally, type SourceStatus, statusOf, type Tally } from "./tally";

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
  watch: Watch = {},
): Promise<SourceOutcome> {
  const started = performance.now();
  const origin =
    publication.bundledAs && fetcher.origin === "archive" ? publication.bundledAs : fetcher.origin;
  const tally = emptyTally();
  const answers: Answer[] = [];

  const run: PublicationRun = {
    context,
    publication,
    fetcher: notingAnswers({ origin, fetch: (...asked) => fetcher.fetch(...asked) }, context, answers),
    runId,
    councils,
    known: await loadKnown(context, publication, origin),
    isFirst: await loadIsFirst(context, publication, runId),
    asBefore: [],
    answers,
  };
  const discovered = await discoverAndRead(run, watch, tally);
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

/** Also of a run that ends before its time it's kept what it met. */
async function discoverAndRead(run: PublicationRun, watch: Watch, tally: Tally): Promise<Discovered> {
  try {
    const discovered = await discover(run, londonDay(run.context.clock.now()));
    tally.open.push(...discovered.findings);
    const { documents } = discovered;
    const listed = new Set(documents.flatMap(({ url }) => url ?? []));
    for (const [index, document] of documents.entries()) {
      watch.signal?.throwIfAborted();
      watch.onDocument?.(index + 1, documents.length, document.url ?? document.title);
      await ingestDocument(run, document, listed, tally);
    }
    return discovered;
  } finally {
    await storeAnswers(run);
  }
}

async function ingestDocument(
  run: PublicationRun,
  link: DocumentLink,
  listed: ReadonlySet<string>,
  tally: Tally,
): Promise<void> {
  const { publication, fetcher } = run;
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

  await readKept(run, url, document, tally);
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
