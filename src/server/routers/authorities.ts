import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { authorityProfile } from "@/present/authority-profile";
import { authorityTable } from "@/present/authority-table";
import { councilComparison } from "@/present/council-comparison";
import { presentMeta } from "@/present/meta";
import { authorityAnswerShape, authorityRowsAnswerShape } from "@/shapes/answer-shapes";
import { comparisonShape } from "@/shapes/comparison-shape";
import { createRouter, publicProcedure } from "../trpc";

export const authoritiesRouter = createRouter({
  table: publicProcedure.output(authorityRowsAnswerShape).query(async ({ ctx }) => {
    const [data, meta] = await Promise.all([authorityTable(ctx), presentMeta(ctx)]);
    return { data, meta };
  }),

  /** `slug` may be any code of the council: its address name, its ONS code or its DfE code. */
  bySlug: publicProcedure
    .input(z.object({ slug: z.string().min(1).max(100) }))
    .output(authorityAnswerShape)
    .query(async ({ ctx, input }) => {
      const [data, meta] = await Promise.all([authorityProfile(ctx, input.slug), presentMeta(ctx)]);
      if (data === null) throw new TRPCError({ code: "NOT_FOUND", message: "No such council." });
      return { data, meta };
    }),

  /** Null for a council of which no deficit on the common footing is held. */
  comparison: publicProcedure
    .input(z.object({ slug: z.string().min(1).max(100) }))
    .output(comparisonShape.nullable())
    .query(({ ctx, input }) => councilComparison(ctx, input.slug)),
});
