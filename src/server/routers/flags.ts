import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { FLAG_STATES } from "@/domain/flags/compare-assessments";
import { RULES, SEVERITIES } from "@/domain/flags/flag";
import { councilsWithFlags, findCouncil } from "@/present/find-council";
import { flagWithHistory, hiddenCouncils, hiddenFlag, listFlags } from "@/present/flags";
import { presentMeta } from "@/present/meta";
import { flagPageAnswerShape, flagRegisterAnswerShape } from "@/shapes/answer-shapes";
import { createRouter, publicProcedure } from "../trpc";

const registerInput = z.object({
  rule: z.enum(RULES).optional(),
  severity: z.enum(SEVERITIES).optional(),
  authority: z.string().min(1).max(100).optional(),
  state: z.enum(FLAG_STATES).optional(),
});

export const flagsRouter = createRouter({
  /** Flags, open ones first and the worst of them first; in whatever state unless one is named. */
  list: publicProcedure
    .input(registerInput)
    .output(flagRegisterAnswerShape)
    .query(async ({ ctx, input: { authority: asked, ...filter } }) => {
      const authority = asked === undefined ? null : await findCouncil(ctx, asked);
      if (asked !== undefined && authority === null)
        throw new TRPCError({ code: "NOT_FOUND", message: "No such council." });
      const [flags, councils, hidden, meta] = await Promise.all([
        listFlags(ctx, { ...filter, dfeCode: authority?.dfeCode }),
        councilsWithFlags(ctx),
        hiddenCouncils(ctx, authority?.dfeCode),
        presentMeta(ctx),
      ]);
      return { data: { flags, authority, councils, hidden }, meta };
    }),

  byId: publicProcedure
    .input(z.object({ id: z.string().min(1).max(200) }))
    .output(flagPageAnswerShape)
    .query(async ({ ctx, input }) => {
      const [flag, meta] = await Promise.all([flagWithHistory(ctx, input.id), presentMeta(ctx)]);
      if (flag !== null) return { data: { flag }, meta };
      const hidden = await hiddenFlag(ctx, input.id);
      if (hidden === null) throw new TRPCError({ code: "NOT_FOUND", message: "No such flag." });
      return { data: { hidden }, meta };
    }),
});
