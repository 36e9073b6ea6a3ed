import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { FLAG_STATES } from "@/domain/flags/compare-assessments";
import { RULES, SEVERITIES } from "@/domain/flags/flag";
import { councilsWithFlags, findCouncil } from "@/present/find-council";
import { flagWithHistory, listFlags } from "@/present/flags";
import { presentMeta } from "@/present/meta";
import { flagAnswerShape, flagRegisterAnswerShape } from "@/shapes/answer-shapes";
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
      const [flags, councils, meta] = await Promise.all([
        listFlags(ctx, { ...filter, dfeCode: authority?.dfeCode }),
        councilsWithFlags(ctx),
        presentMeta(ctx),
      ]);
      return { data: { flags, authority, councils }, meta };
    }),

  byId: publicProcedure
    .input(z.object({ id: z.string().min(1).max(200) }))
    .output(flagAnswerShape)
    .query(async ({ ctx, input }) => {
      const [data, meta] = await Promise.all([flagWithHistory(ctx, input.id), presentMeta(ctx)]);
      if (data === null) throw new TRPCError({ code: "NOT_FOUND", message: "No such flag." });
      return { data, meta };
    }),
});
