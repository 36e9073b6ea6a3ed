import { presentMeta } from "@/present/meta";
import { presentMethodology } from "@/present/methodology";
import { methodologyAnswerShape } from "@/shapes/answer-shapes";
import { createRouter, publicProcedure } from "../trpc";

export const methodologyRouter = createRouter({
  /** The measures in force and what they come to: the rules themselves are the same everywhere. */
  inForce: publicProcedure.output(methodologyAnswerShape).query(async ({ ctx }) => {
    const [data, meta] = await Promise.all([presentMethodology(ctx), presentMeta(ctx)]);
    return { data, meta };
  }),
});
