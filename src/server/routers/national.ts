import { presentMeta } from "@/present/meta";
import { nationalOverview } from "@/present/national-overview";
import { nationalAnswerShape } from "@/shapes/answer-shapes";
import { createRouter, publicProcedure } from "../trpc";

export const nationalRouter = createRouter({
  overview: publicProcedure.output(nationalAnswerShape).query(async ({ ctx }) => {
    const [data, meta] = await Promise.all([nationalOverview(ctx), presentMeta(ctx)]);
    return { data, meta };
  }),
});
