import { presentMeta } from "@/present/meta";
import { publicationStates } from "@/present/publication-states";
import { sourcesAnswerShape } from "@/shapes/answer-shapes";
import { createRouter, publicProcedure } from "../trpc";

export const sourcesRouter = createRouter({
  list: publicProcedure.output(sourcesAnswerShape).query(async ({ ctx }) => {
    const [data, meta] = await Promise.all([publicationStates(ctx, ctx.publications), presentMeta(ctx)]);
    return { data, meta };
  }),
});
