import type { Finding } from "@/domain/finding";
import type { DraftReading, FetchedDocument, HeldAllocation, Publication } from "@/sources/publication";
import { checkReading } from "./check-reading";
import { loadHeldAllocations } from "./load-held-allocations";
import { noteAnswer } from "./noting-answers";
import type { PublicationRun } from "./publication-run";
import { storeReading } from "./store-reading";
import type { KeptDocument } from "./store-snapshot";
import { countReading, type Tally } from "./tally";
import { withoutStrayFaults } from "./without-stray-faults";

/** Reads a kept document, unless that has been done and there's nothing left to do with it. */
export async function readKept(
  run: PublicationRun,
  url: string,
  document: KeptDocument,
  tally: Tally,
): Promise<void> {
  const { publication, councils, fetcher } = run;
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
  noteAnswer(run, url, { readAt: reading.readAt });
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
