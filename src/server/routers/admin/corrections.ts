import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { readMoney } from "@/domain/read-money";
import { requestJudgement } from "@/ingest/store-run-request";
import { loadActorNames } from "@/present/actor-names";
import { loadCouncilNames } from "@/review/council-names";
import { figureAddress, readFigureAddress } from "@/review/figure-address";
import { loadCorrectableFigures } from "@/review/load-correctable-figures";
import { loadCorrectionsMade } from "@/review/load-corrections-made";
import { recordCorrection } from "@/review/record-correction";
import { withdrawCorrection } from "@/review/withdraw-correction";
import { madeCorrectionShape } from "@/shapes/review-shapes";
import { createRouter, editorProcedure } from "../../trpc";
import { deciding } from "./review-problems";

const reason = z.string().max(2_000);

export const correctionsRouter = createRouter({
  /** All that was ever corrected, newest first. */
  made: editorProcedure.output(z.array(madeCorrectionShape)).query(async ({ ctx }) => {
    const [made, councils] = await Promise.all([loadCorrectionsMade(ctx), loadCouncilNames(ctx.database)]);
    const names = await loadActorNames(
      ctx.database,
      made.map(({ correction }) => correction.actor),
    );
    return made.map(({ correction, figure, state }) => ({
      ...{ id: correction.id, figure, state, reason: correction.reason },
      council: councils.get(correction.dfeCode) ?? correction.dfeCode,
      publishedGbp: Number(correction.publishedPence) / 100,
      correctedGbp: Number(correction.correctedPence) / 100,
      ...{ citationTitle: correction.citationTitle, citationUrl: correction.citationUrl },
      ...{ correctedOn: correction.correctedOn, by: names.of(correction.actor) },
      at: correction.recordedAt.toISOString(),
    }));
  }),

  /** The published sums of one council that could be corrected. */
  figures: editorProcedure
    .input(z.object({ council: z.string().min(1).max(100) }))
    .output(
      z.array(
        z.object({
          figure: z.string(),
          name: z.string(),
          agreementVersion: z.string().nullable(),
          publishedGbp: z.number(),
          publication: z.string(),
          url: z.string(),
        }),
      ),
    )
    .query(({ ctx, input }) =>
      deciding(async () =>
        (await loadCorrectableFigures(ctx, input.council)).map(({ address, publishedPence, ...figure }) => ({
          figure: figureAddress(address),
          publishedGbp: Number(publishedPence) / 100,
          ...figure,
        })),
      ),
    ),

  record: editorProcedure
    .input(
      z.object({
        figure: z.string().max(100),
        /** As somebody writes pounds: 22600000, -1,250,000, £22.6 million. */
        corrected: z.string().max(60),
        title: z.string().max(400),
        url: z.string().max(2_000),
        correctedOn: z.string().max(20),
        reason,
      }),
    )
    .output(z.object({ id: z.int(), judgement: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const figure = readFigureAddress(input.figure);
      if (figure === null) throw problem("Choose the figure that is to be corrected.");
      const amount = readMoney(input.corrected);
      if (amount.kind !== "amount") {
        throw problem(
          `"${input.corrected}" isn't an amount of pounds, such as 22600000 or £22.6 million; a surplus has a minus before it.`,
        );
      }
      const { id } = await deciding(() =>
        recordCorrection(ctx, {
          figure,
          corrected: amount.amount,
          source: { title: input.title, url: input.url.trim() === "" ? null : input.url },
          correctedOn: input.correctedOn,
          reason: input.reason,
        }),
      );
      return { id, judgement: await requestJudgement(ctx) };
    }),

  withdraw: editorProcedure
    .input(z.object({ correctionId: z.int().min(1).max(2_147_483_647), reason }))
    .output(z.object({ judgement: z.string() }))
    .mutation(async ({ ctx, input }) => {
      await deciding(() => withdrawCorrection(ctx, input));
      return { judgement: await requestJudgement(ctx) };
    }),
});

function problem(message: string): TRPCError {
  return new TRPCError({ code: "UNPROCESSABLE_CONTENT", message });
}
