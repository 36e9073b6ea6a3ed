import { z } from "zod";
import { MEASURES } from "@/domain/compare/measure";
import { compareCouncils } from "@/present/compare-councils";
import { presentMeta } from "@/present/meta";
import { comparedAnswerShape } from "@/shapes/compare-shapes";
import { createRouter, publicProcedure } from "../trpc";

export const compareRouter = createRouter({
  /** Councils by any name or code; more than can be compared are told back. */
  councils: publicProcedure
    .input(
      z.object({
        councils: z.array(z.string().trim().min(1).max(100)).max(26),
        measure: z.enum(MEASURES),
      }),
    )
    .output(comparedAnswerShape)
    .query(async ({ ctx, input: { councils, measure } }) => {
      const [data, meta] = await Promise.all([compareCouncils(ctx, councils, measure), presentMeta(ctx)]);
      return { data, meta };
    }),
});
