import type { Context, Fetched, Fetcher } from "@/context";
import { ingestPublication } from "@/ingest/ingest-publication";
import { loadCouncils } from "@/ingest/load-councils";
import { readingWithSpellings } from "@/ingest/reading-with-spellings";
import { rereadPublication } from "@/ingest/reread-publication";
import { storePublications } from "@/ingest/store-publication";
import { closeRun, openRun, storeSourceOutcome } from "@/ingest/store-run";
import type { Publication } from "@/sources/publication";
import { publications } from "@/sources/registry";
import type { Timeline } from "./happened";
import type { PastAnswer, PastPart, PastRun } from "./load-runs";
import type { ReplayClock } from "./replay-clock";

/** Where the replay takes place. */
export interface Stage {
  /** Another store, with the clock below and the live store's documents. */
  readonly context: Context;
  readonly clock: ReplayClock;
  readonly timeline: Timeline;
}

/** The run ended here, when it happened. */
class EndedHere extends Error {}

/** Lets a run happen again: the same stages meet the same documents at the same times. */
export async function replayRun(stage: Stage, run: PastRun): Promise<void> {
  const { context, clock, timeline } = stage;
  await timeline.until(run.startedAt);
  clock.set(run.startedAt);
  await storePublications(context, publications);
  await openRun(context, run.id, run.job, run.trigger);
  try {
    let councils = await loadCouncils(context);
    for (const part of run.parts) {
      const publication = publications.find(({ id }) => id === part.publicationId);
      if (!publication) continue;
      const asked = askedAgain(stage, run, part);
      const reader = readingAtItsTime(stage, readingWithSpellings(publication, councils), asked);
      const outcome = part.answers.some(({ outcome }) => outcome === "reread")
        ? await rereadPublication(context, reader, run.id, councils, {}, asked.wasRead)
        : await ingestPublication(context, reader, asked.fetcher, run.id, councils);
      if (part.publicationId === "local-authorities" && outcome.figures > 0) {
        councils = await loadCouncils(context);
      }
      await storeSourceOutcome(context, run.id, outcome);
    }
  } catch (error) {
    if (!(error instanceof EndedHere)) throw error;
  }
  clock.set(run.finishedAt);
  await closeRun(context, run.id, run.status as "ok", null);
}

interface AskedAgain {
  readonly fetcher: Fetcher;
  /** Whether a stored document was read once more in that run. */
  wasRead(sha256: string): boolean;
  /** The answer with which an address is being read. */
  answerOf(url: string): PastAnswer | undefined;
}

/** Answers as the addresses answered then. */
function askedAgain({ context, clock, timeline }: Stage, run: PastRun, part: PastPart): AskedAgain {
  const left = new Map<string, PastAnswer[]>();
  for (const answer of part.answers) left.set(answer.url, [...(left.get(answer.url) ?? []), answer]);
  const given = new Map<string, PastAnswer>();

  async function next(url: string): Promise<PastAnswer | null> {
    const answers = left.get(url) ?? [];
    // Asked once more than then: as it answered last.
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer) return answer;
    const before = part.isPieced ? await standingBefore(context, run, part, url) : null;
    if (before) return before;
    if (!run.isWhole) throw new EndedHere();
    return null;
  }

  return {
    wasRead: (sha256) =>
      part.answers.some(({ capture, readAt }) => readAt !== null && capture?.snapshotSha256 === sha256),
    answerOf: (url) => given.get(url) ?? left.get(url)?.[0],
    fetcher: {
      origin: part.origin === "register" ? "archive" : part.origin,
      async fetch(url) {
        const answer = await next(url);
        if (!answer) return { kind: "absent", reason: "it wasn't asked at the time" };
        given.set(url, answer);
        await timeline.until(answer.readAt ?? answer.at);
        clock.set(answer.at);
        return saidAgain(context, answer);
      },
    },
  };
}

/** An address whose answer in that run isn't kept was as before: what changed is. */
async function standingBefore(
  { database }: Context,
  run: PastRun,
  part: PastPart,
  url: string,
): Promise<PastAnswer | null> {
  const { publicationId, origin } = part;
  const address = await database.sourceAddress.findUnique({
    where: { publicationId_url_origin: { publicationId, url, origin } },
    include: { capture: { include: { snapshot: true } } },
  });
  const capture = address?.capture ?? null;
  return capture && { url, outcome: "not-modified", reason: null, capture, at: run.startedAt, readAt: null };
}

async function saidAgain(context: Context, { outcome, reason, capture, url }: PastAnswer): Promise<Fetched> {
  if (!capture) {
    const kind = outcome === "unreachable" || outcome === "refused" ? outcome : "absent";
    return { kind, reason: reason ?? "as at the time" };
  }
  const bytes = await context.snapshots.read(capture.snapshotSha256);
  if (!bytes) throw new Error(`The stored document ${capture.snapshotSha256} of ${url} is missing.`);
  const { title, publishedOn, etag, lastModified, note, citationTitle, citationUrl, snapshot } = capture;
  return {
    kind: "fetched",
    ...{ bytes, mediaType: snapshot.mediaType, title, publishedOn, etag, lastModified, note },
    citation: citationTitle === null ? null : { title: citationTitle, url: citationUrl },
  };
}

/** Sets the clock to when a document was read then, before it's read. */
function readingAtItsTime(
  { clock, timeline }: Stage,
  publication: Publication,
  asked: AskedAgain,
): Publication {
  return {
    ...publication,
    async read(document) {
      const readAt = asked.answerOf(document.url)?.readAt;
      if (readAt) {
        await timeline.until(readAt);
        clock.set(readAt);
      }
      return publication.read(document);
    },
  };
}
