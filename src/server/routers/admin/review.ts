import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { requestJudgement } from "@/ingest/store-run-request";
import { loadActorNames } from "@/present/actor-names";
import { loadPlace } from "@/review/load-place";
import { loadReviewEntry } from "@/review/load-review-entry";
import { loadReviewQueue, type ReviewEntry } from "@/review/load-review-queue";
import { REVIEW_VERB } from "@/review/review-verbs";
import { drawnPlaceShape } from "@/shapes/place-shapes";
import { type QueueEntry, queueEntryShape, REVIEW_VERBS, reviewDetailShape } from "@/shapes/review-shapes";
import { createRouter, editorProcedure } from "../../trpc";
import { correctionsRouter } from "./corrections";
import { deciding } from "./review-problems";
import { spellingsRouter } from "./spellings";

const readingId = z.int().min(1).max(2_147_483_647);
const NO_SUCH = new TRPCError({ code: "NOT_FOUND", message: "There is no such reading." });

export const reviewRouter = createRouter({
  /** What waits for a person, the oldest first. */
  queue: editorProcedure
    .output(z.array(queueEntryShape))
    .query(async ({ ctx }) => (await loadReviewQueue(ctx)).map(presentEntry)),

  byId: editorProcedure
    .input(z.object({ readingId }))
    .output(reviewDetailShape)
    .query(async ({ ctx, input }) => {
      const detail = await loadReviewEntry(ctx, input.readingId);
      if (detail === null) throw NO_SUCH;
      const names = await loadActorNames(
        ctx.database,
        detail.decisions.map(({ by }) => by),
      );
      return { ...detail, decisions: detail.decisions.map((one) => ({ ...one, by: names.of(one.by) })) };
    }),

  /** The document at the place of one line, drawn from its text. */
  place: editorProcedure
    .input(z.object({ readingId, line: z.int().min(0).max(100_000).nullable() }))
    .output(drawnPlaceShape)
    .query(async ({ ctx, input }) => {
      const place = await loadPlace(ctx, input.readingId, input.line);
      if (place === null) throw NO_SUCH;
      return place;
    }),

  /** @returns the request by which a worker judges the councils anew */
  decide: editorProcedure
    .input(
      z.object({
        readingId,
        verb: z.enum(REVIEW_VERBS),
        reason: z.string().max(2_000),
        /** For a confirmation: the lines that somebody has compared with the document. */
        compared: z.array(z.int()).max(100_000).default([]),
      }),
    )
    .output(z.object({ status: z.string(), written: z.int(), judgement: z.string() }))
    .mutation(async ({ ctx, input: { verb, readingId: id, reason, compared } }) => {
      if (verb === "confirm") await refuseUncompared(ctx, id, compared);
      const { status, written } = await deciding(() => REVIEW_VERB[verb](ctx, { readingId: id, reason }));
      return { status, written, judgement: await requestJudgement(ctx) };
    }),

  spellings: spellingsRouter,
  corrections: correctionsRouter,
});

function presentEntry({
  publication,
  readAt,
  why,
  edition,
  title,
  kind,
  origin,
  ...entry
}: ReviewEntry): QueueEntry {
  return {
    ...{ readingId: entry.readingId, figures: entry.figures, unconfirmed: entry.unconfirmed, kind, origin },
    ...{ source: publication.id, publication: publication.title, title: title || (edition?.title ?? "") },
    readAt: readAt.toISOString(),
    why: why.map(({ severity, message, expected, met }) => ({
      severity: severity as QueueEntry["why"][number]["severity"],
      ...{ message, expected, met },
    })),
  };
}

/** Confirming says that every unchecked line was compared with the document, so each has to be ticked off. */
async function refuseUncompared(
  ctx: Parameters<typeof loadReviewEntry>[0],
  id: number,
  compared: readonly number[],
): Promise<void> {
  const detail = await loadReviewEntry(ctx, id);
  if (detail === null) throw NO_SUCH;
  const ticked = new Set(compared);
  const left = detail.lines.filter(({ checked, index }) => !checked && !ticked.has(index));
  if (left.length === 0) return;
  throw new TRPCError({
    code: "UNPROCESSABLE_CONTENT",
    message: `Compare every line with the document and tick it off: ${left.length === 1 ? "one is" : `${left.length} are`} left, first "${left[0]?.label}".`,
  });
}
