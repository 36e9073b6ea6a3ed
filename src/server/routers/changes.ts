import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { CHANGE_KINDS } from "@/domain/changes/change";
import { agreementHistory } from "@/present/agreement-history";
import { changeGroups } from "@/present/change-groups";
import { councilsWithNews, findCouncil } from "@/present/find-council";
import { presentMeta } from "@/present/meta";
import { agreementHistoryShape, changeGroupsAnswerShape } from "@/shapes/change-shapes";
import { readCursor, writeCursor } from "../rest/change-query";
import { createRouter, publicProcedure } from "../trpc";

const code = z.string().min(1).max(100);

const groupsInput = z.object({
  authority: code.optional(),
  kind: z.enum(CHANGE_KINDS).optional(),
  document: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(50).default(10),
  /** Of a document's changes. */
  page: z.int().min(1).max(50).default(1),
});

export const changesRouter = createRouter({
  groups: publicProcedure
    .input(groupsInput)
    .output(changeGroupsAnswerShape)
    .query(async ({ ctx, input: { authority: asked, kind, document, cursor, limit, page } }) => {
      const authority = asked === undefined ? null : await findCouncil(ctx, asked);
      if (asked !== undefined && authority === null)
        throw new TRPCError({ code: "NOT_FOUND", message: "No such council." });
      const filter = { kind, document, dfeCode: authority?.dfeCode };
      const after = cursor === undefined ? null : readCursor(cursor);
      const [{ groups, next, ...pages }, councils, meta] = await Promise.all([
        changeGroups(ctx, filter, limit, after, page),
        councilsWithNews(ctx),
        presentMeta(ctx),
      ]);
      return {
        data: { groups: [...groups], authority, councils, ...pages },
        nextCursor: next === null ? null : writeCursor(next),
        meta,
      };
    }),

  /** Two versions of one council's agreement, term by term. */
  agreementHistory: publicProcedure
    .input(z.object({ slug: code, from: z.string().max(100).optional(), to: z.string().max(100).optional() }))
    .output(agreementHistoryShape)
    .query(async ({ ctx, input: { slug, from, to } }) => {
      const history = await agreementHistory(ctx, slug, { from, to });
      if (history === null) throw new TRPCError({ code: "NOT_FOUND", message: "No such council." });
      return history;
    }),
});
