import { z } from "zod";
import { londonDay } from "@/domain/calendar-date";
import { searchCouncils } from "@/domain/local-authority/search-councils";
import { requestRun } from "@/ingest/store-run-request";
import { loadActorNames } from "@/present/actor-names";
import { loadCouncils } from "@/present/councils";
import { currentFigures } from "@/present/current-figures";
import { loadMappedSpellings } from "@/review/load-spellings-mapped";
import { loadUnknownSpellings } from "@/review/load-spellings-met";
import { mapSpelling } from "@/review/map-spelling";
import { withdrawSpelling } from "@/review/withdraw-spelling";
import { mappedSpellingShape, unknownSpellingShape } from "@/shapes/review-shapes";
import { createRouter, editorProcedure } from "../../trpc";
import { deciding } from "./review-problems";

const MOST_SUGGESTIONS = 5;
const reason = z.string().max(2_000);

export const spellingsRouter = createRouter({
  /** Names that no list knows, names that people have mapped, and the councils that they could be. */
  list: editorProcedure
    .output(
      z.object({
        unknown: z.array(unknownSpellingShape),
        mapped: z.array(mappedSpellingShape),
        councils: z.array(z.object({ dfeCode: z.string(), name: z.string() })),
      }),
    )
    .query(async ({ ctx }) => {
      const [unknown, mapped, councils] = await Promise.all([
        loadUnknownSpellings(ctx),
        loadMappedSpellings(ctx),
        loadCouncils(currentFigures(ctx.database), londonDay(ctx.clock.now())),
      ]);
      const names = await loadActorNames(
        ctx.database,
        mapped.flatMap(({ by, withdrawn }) => [by, withdrawn?.by]),
      );
      const searched = councils.live.map(({ record, slug }) => ({
        name: record.commonName,
        slug,
        gssCode: record.gssCode,
        dfeCode: record.dfeCode,
        alsoKnownAs: record.spellings,
      }));
      return {
        unknown: unknown.map(({ metIn, ...one }) => ({
          ...one,
          metIn: metIn.map(({ publicationId, readingId }) => ({ source: publicationId, readingId })),
          suggestions: searchCouncils(searched, one.spelling)
            .slice(0, MOST_SUGGESTIONS)
            .map(({ council: { dfeCode, name } }) => ({ dfeCode, name })),
        })),
        mapped: mapped.map((one) => ({
          ...one,
          by: names.of(one.by),
          withdrawn: one.withdrawn && { ...one.withdrawn, by: names.of(one.withdrawn.by) },
        })),
        councils: searched.map(({ dfeCode, name }) => ({ dfeCode, name })),
      };
    }),

  /** @returns the run in which the documents that print it are read once more; null: none does */
  map: editorProcedure
    .input(z.object({ spelling: z.string().max(500), dfeCode: z.string().max(10), reason }))
    .output(z.object({ run: z.string().nullable() }))
    .mutation(async ({ ctx, input }) => {
      const { metIn } = await deciding(() => mapSpelling(ctx, input));
      return { run: metIn.length === 0 ? null : await reread(ctx, metIn) };
    }),

  takeBack: editorProcedure
    .input(z.object({ spellingId: z.int().min(1).max(2_147_483_647), reason }))
    .output(z.object({ run: z.string() }))
    .mutation(async ({ ctx, input }) => {
      await deciding(() => withdrawSpelling(ctx, input));
      return { run: await reread(ctx, []) };
    }),
});

function reread(context: Parameters<typeof requestRun>[0], sources: readonly string[]): Promise<string> {
  return requestRun(context, { sources, readFrom: "stored", snapshotSha256: null, dryRun: false });
}
