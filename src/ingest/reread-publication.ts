import type { Context } from "@/context";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import type { Publication } from "@/sources/publication";
import { notHad } from "./capture";
import type { SourceOutcome } from "./ingest-publication";
import { loadIsFirst } from "./load-is-first";
import { loadKnown } from "./load-known";
import { loadStandingDocuments } from "./load-standing-documents";
import type { Answer } from "./noting-answers";
import type { PublicationRun, Watch } from "./publication-run";
import { readKept } from "./read-kept";
import { storeAnswers } from "./store-answers";
import { countOpenFindings, resolveEarlierFindings } from "./store-findings";
import { emptyTally, statusOf } from "./tally";

/**
 * Reads the documents of a publication that stand once more, with today's reader and today's spellings. Nobody is
 * asked, so nothing is said of the publisher: no check is recorded, no document counts as met or missed.
 *
 * @param isWanted by its SHA-256: only these documents
 */
export async function rereadPublication(
  context: Context,
  publication: Publication,
  runId: string,
  councils: CouncilRegister,
  { signal, onDocument }: Watch,
  isWanted: (sha256: string) => boolean = () => true,
): Promise<SourceOutcome> {
  const started = performance.now();
  const { origin, documents } = await loadStandingDocuments(context, publication, isWanted);
  const tally = emptyTally();
  const answers: Answer[] = [];
  const run: PublicationRun = {
    context,
    publication,
    fetcher: { origin, fetch: async (url) => notAsked(url) },
    runId,
    councils,
    known: await loadKnown(context, publication, origin),
    isFirst: await loadIsFirst(context, publication, runId),
    asBefore: [],
    answers,
  };
  try {
    for (const [index, { url, captureId, sha256, title, mediaType }] of documents.entries()) {
      signal?.throwIfAborted();
      onDocument?.(index + 1, documents.length, url);
      const bytes = await context.snapshots.read(sha256);
      if (!bytes) {
        tally.trouble.push({
          how: "failed",
          message: notHad(url, "refused", `the stored document ${sha256} is missing`).message,
        });
        continue;
      }
      const answeredAt = context.clock.now();
      answers.push({
        url,
        outcome: "reread",
        reason: null,
        answeredAt,
        captureId,
        isNew: false,
        readAt: null,
      });
      tally.snapshots += 1;
      await readKept(run, url, { captureId, sha256, title, mediaType, bytes }, tally);
      await resolveEarlierFindings(context, publication, origin, url, tally.readings);
    }
  } finally {
    await storeAnswers(run);
  }
  const findings = await countOpenFindings(context.database, publication, origin);
  return {
    source: publication.id,
    origin,
    status: statusOf(tally, findings),
    snapshots: tally.snapshots,
    unchanged: tally.unchanged,
    figures: tally.figures,
    findings,
    durationMs: Math.round(performance.now() - started),
    ...(tally.trouble[0] ? { error: tally.trouble[0].message } : {}),
  };
}

function notAsked(url: string): never {
  throw new Error(`Reading stored documents asked for ${url}.`);
}
