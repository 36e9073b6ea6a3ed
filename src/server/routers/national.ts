import { z } from "zod";
import { changeDays } from "@/present/change-days";
import { presentMeta } from "@/present/meta";
import { nationalOverview } from "@/present/national-overview";
import { nationalStandings } from "@/present/national-standings";
import { nationalAnswerShape } from "@/shapes/answer-shapes";
import { standingsAnswerShape } from "@/shapes/standings-shape";
import { createRouter, publicProcedure } from "../trpc";

export const nationalRouter = createRouter({
  overview: publicProcedure.output(nationalAnswerShape).query(async ({ ctx }) => {
    const [data, meta] = await Promise.all([nationalOverview(ctx), presentMeta(ctx)]);
    return { data, meta };
  }),

  /** How every council stands, now or in one year. */
  standings: publicProcedure
    .input(z.object({ year: z.string().max(10).nullable().default(null) }))
    .output(standingsAnswerShape)
    .query(async ({ ctx, input }) => {
      const [data, meta] = await Promise.all([nationalStandings(ctx, input.year), presentMeta(ctx)]);
      return { data, meta };
    }),

  /** When how much was found to have changed: each visitor's browser reckons what is new to it. */
  changeDays: publicProcedure
    .output(z.array(z.object({ day: z.string(), changes: z.int() })))
    .query(({ ctx }) => changeDays(ctx)),
});
