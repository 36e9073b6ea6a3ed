import { TRPCError } from "@trpc/server";
import { presentMeta } from "@/present/meta";
import { presentPracticeGuide } from "@/present/practice-guide";
import { practiceGuideAnswerShape } from "@/shapes/answer-shapes";
import { createRouter, publicProcedure } from "../trpc";

export const practiceRouter = createRouter({
  /** Where in the practice set each verdict and rule can be seen; there is none for real councils. */
  guide: publicProcedure.output(practiceGuideAnswerShape).query(async ({ ctx }) => {
    if (!ctx.practice)
      throw new TRPCError({ code: "NOT_FOUND", message: "The practice set isn't served here." });
    const [data, meta] = await Promise.all([presentPracticeGuide(ctx), presentMeta(ctx)]);
    return { data, meta };
  }),
});
