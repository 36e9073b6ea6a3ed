import type { Context, Fetcher } from "@/context";
import { londonDay } from "@/domain/calendar-date";
import type { CouncilRegister } from "@/domain/local-authority/council-register";
import type { Publication, PublicationId } from "@/sources/publication";
import { publications } from "@/sources/registry";
import { noteOverdue } from "./check-overdue";
import { ingestPublication, type SourceOutcome } from "./ingest-publication";
import { type IngestStep, RunCancelled } from "./ingest-step";
import { loadCouncils } from "./load-councils";
import type { Watch } from "./publication-run";
import { readingWithSpellings } from "./reading-with-spellings";
import { registerFetcher } from "./register-fetcher";
import { rereadPublication } from "./reread-publication";
import { storePublications } from "./store-publication";
import { closeRun, openRun, type RunStatus, storeSourceOutcome } from "./store-run";
import { storeCheck } from "./store-snapshot";

/**
 * - `auto`: the publishers where they can be reached, our archive of them until they first are
 * - `stored`: nobody is asked; the documents that stand are read once more
 */
export type SourceMode = "auto" | "live" | "archive" | "stored";

export interface IngestRequest {
  readonly runId: string;
  readonly job: string;
  readonly trigger: string;
  readonly mode: SourceMode;
  /** Empty: all of them. */
  readonly only: readonly PublicationId[];
  /** Told what is being done, for a person who watches. */
  readonly progress: (line: string) => void;
  /** Told where the run is, before each source and each document. */
  readonly onStep?: ((step: IngestStep) => void) | undefined;
  /** Of the stored documents only this one, by its SHA-256. */
  readonly snapshotSha256?: string | undefined;
  /** Checked before each document: an aborted run ends there, with what is stored whole. */
  readonly signal?: AbortSignal;
}

export interface IngestOutcome {
  readonly runId: string;
  readonly status: RunStatus;
  readonly sources: readonly SourceOutcome[];
  /** What whoever started the run should know of it as a whole. */
  readonly note?: string;
}

/**
 * One ingestion run: each publication in turn, the reference list of councils first, since all others
 * are read against it. One publication's trouble never keeps the next from being read.
 *
 * The caller holds the job's lock.
 */
export async function ingest(context: Context, request: IngestRequest): Promise<IngestOutcome> {
  await storePublications(context, publications);
  await openRun(context, request.runId, request.job, request.trigger);
  try {
    const sources: SourceOutcome[] = [];
    let councils = await loadCouncils(context);
    const asked = chosen(request.only, councils);
    for (const [index, publication] of asked.entries()) {
      request.signal?.throwIfAborted();
      request.progress(`${publication.id}: reading`);
      const at = { source: publication.id, sourceNumber: index + 1, sources: asked.length };
      request.onStep?.({ ...at, document: null });
      const watch: Watch = {
        signal: request.signal,
        onDocument: (number, of, url) => request.onStep?.({ ...at, document: { number, of, url } }),
      };
      const reader = readingWithSpellings(publication, councils);
      const outcome = await ingestFromWhereItCanBe(context, reader, councils, request, watch);
      if (publication.id === "local-authorities" && outcome.figures > 0)
        councils = await loadCouncils(context);
      await storeSourceOutcome(context, request.runId, outcome);
      request.progress(describe(outcome));
      sources.push(outcome);
    }
    await noteOverdue(context, asked, request.runId);
    const status: RunStatus = sources.every(({ status }) => status === "ok" || status === "unchanged")
      ? "ok"
      : "partial";
    await closeRun(context, request.runId, status, null);
    const cutOff = sources.find((source) => source.origin === "archive" && source.unreachable);
    const note = cutOff
      ? `No publisher can be reached from here (${cutOff.unreachable}): the figures rest on the bundled archive.`
      : undefined;
    return { runId: request.runId, status, sources, ...(note ? { note } : {}) };
  } catch (error) {
    const how = error instanceof RunCancelled ? "cancelled" : "failed";
    await closeRun(context, request.runId, how, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

function chosen(only: readonly PublicationId[], councils: CouncilRegister): readonly Publication[] {
  if (only.length === 0) return publications;
  return publications.filter(
    ({ id }) => only.includes(id) || (id === "local-authorities" && councils.authorities.length === 0),
  );
}

async function ingestFromWhereItCanBe(
  context: Context,
  publication: Publication,
  councils: CouncilRegister,
  request: IngestRequest,
  watch: Watch,
): Promise<SourceOutcome> {
  const { live } = context.fetchers;
  const bundled = publication.bundledAs
    ? registerFetcher(context.fetchers.bundled, context)
    : context.fetchers.bundled;
  const { runId, mode, snapshotSha256 } = request;
  const from = (fetcher: Fetcher) => ingestPublication(context, publication, fetcher, runId, councils, watch);
  if (mode === "stored") {
    const isWanted = (sha256: string) => snapshotSha256 === undefined || sha256 === snapshotSha256;
    return rereadPublication(context, publication, runId, councils, watch, isWanted);
  }

  const isBundledOnly = publication.fixedDocuments.some(({ url }) => url?.startsWith("repository:"));
  if (isBundledOnly || mode === "archive") return from(bundled);

  // Until a publication has been reached once, "no answer" is the ordinary state of a machine without
  // internet and not a fault: no finding is made of it. Afterwards it's a fault like any other.
  if (mode === "auto" && !(await everReached(context, publication))) {
    const unreachable = await probe(live, publication, context);
    if (unreachable !== null) return { ...(await from(bundled)), unreachable };
  }
  return from(live);
}

async function everReached(context: Context, publication: Publication): Promise<boolean> {
  const reached = await context.database.sourceAddress.findFirst({
    where: { publicationId: publication.id, origin: "live", lastReachedAt: { not: null } },
  });
  return reached !== null;
}

/** @returns why nobody answers at the publication's first listing, or null when somebody does */
async function probe(live: Fetcher, publication: Publication, context: Context): Promise<string | null> {
  const [url] = publication.listings(londonDay(context.clock.now()))[0]?.addresses ?? [];
  if (url === undefined) return null;
  const answer = await live.fetch(url, { etag: null, lastModified: null });
  if (answer.kind !== "unreachable") return null;
  await storeCheck({ context, publication, fetcher: live }, url, "unreachable");
  return answer.reason;
}

function describe(outcome: SourceOutcome): string {
  const { source, status, snapshots, unchanged, figures, findings, durationMs, error } = outcome;
  const counts = [
    `${snapshots} document${snapshots === 1 ? "" : "s"}`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    `${figures} figure${figures === 1 ? "" : "s"} written`,
    ...(findings > 0 ? [`${findings} finding${findings === 1 ? "" : "s"}`] : []),
  ].join(", ");
  return `${source}: ${status} (${counts}; ${durationMs} ms)${error ? `\n  ${error}` : ""}`;
}
