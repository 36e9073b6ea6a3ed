import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { authorityProfile } from "@/present/authority-profile";
import { authorityTable } from "@/present/authority-table";
import { councilComparison } from "@/present/council-comparison";
import { councilRows, rowFigures } from "@/present/council-rows";
import { findCouncils } from "@/present/find-councils";
import { presentMeta } from "@/present/meta";
import { authorityAnswerShape, authorityRowsAnswerShape } from "@/shapes/answer-shapes";
import { comparisonShape } from "@/shapes/comparison-shape";
import { councilRowsAnswerShape, rowFiguresShape } from "@/shapes/council-rows-shape";
import { councilSearchShape } from "@/shapes/search-shapes";
import { createRouter, publicProcedure } from "../trpc";

export const authoritiesRouter = createRouter({
  table: publicProcedure.output(authorityRowsAnswerShape).query(async ({ ctx }) => {
    const [data, meta] = await Promise.all([authorityTable(ctx), presentMeta(ctx)]);
    return { data, meta };
  }),

  /** What the table of councils shows: it can be sorted and filtered without asking again. */
  rows: publicProcedure.output(councilRowsAnswerShape).query(async ({ ctx }) => {
    const [data, meta] = await Promise.all([councilRows(ctx), presentMeta(ctx)]);
    return { data, meta };
  }),

  /** The figures of one of those rows with their sources. */
  rowFigures: publicProcedure
    .input(z.object({ slug: z.string().min(1).max(100) }))
    .output(rowFiguresShape)
    .query(async ({ ctx, input }) => {
      const figures = await rowFigures(ctx, input.slug);
      if (figures === null) throw new TRPCError({ code: "NOT_FOUND", message: "No such council." });
      return figures;
    }),

  /** By name or code, former ones too, forgiving of spelling. */
  search: publicProcedure
    .input(z.object({ q: z.string().trim().min(1).max(100), limit: z.int().min(1).max(20).default(8) }))
    .output(councilSearchShape)
    .query(({ ctx, input: { q, limit } }) => findCouncils(ctx, q, limit)),

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
    .input(
      z.object({
        slug: z.string().min(1).max(100),
        /** Set beside it instead of the councils most like it. */
        neighbours: z.array(z.string().min(1).max(100)).max(40).default([]),
      }),
    )
    .output(comparisonShape.nullable())
    .query(({ ctx, input }) => councilComparison(ctx, input.slug, input.neighbours)),
});
