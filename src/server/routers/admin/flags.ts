import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { requestJudgement } from "@/ingest/store-run-request";
import { loadActorNames } from "@/present/actor-names";
import type { FlagVerb } from "@/review/decide-flag";
import { hideVerdicts, showVerdicts } from "@/review/hide-verdicts";
import { loadDecidedFlag } from "@/review/load-decided-flag";
import { loadJudgedCouncil, loadJudgedCouncils } from "@/review/load-judged-council";
import { loadTakenBack } from "@/review/load-taken-back";
import { recordReply, takeReplyDown } from "@/review/record-reply";
import { restoreFlag } from "@/review/restore-flag";
import { withdrawFlag } from "@/review/withdraw-flag";
import {
  decidedFlagShape,
  hiddenVerdictsShape,
  judgedCouncilShape,
  listedFlagShape,
} from "@/shapes/flag-decision-shapes";
import { adminProcedure, createRouter, editorProcedure } from "../../trpc";
import { deciding } from "./review-problems";

const flagId = z.string().min(1).max(200);
const dfeCode = z.string().min(1).max(20);
const reason = z.string().max(2_000);

export const flagDecisionsRouter = createRouter({
  /** The councils that something is said of, and what people have taken back of it. */
  takenBack: editorProcedure
    .output(
      z.object({
        councils: z.array(z.object({ dfeCode: z.string(), name: z.string() })),
        withdrawn: z.array(listedFlagShape),
        hidden: z.array(hiddenVerdictsShape),
      }),
    )
    .query(async ({ ctx }) => {
      const [councils, { withdrawn, hidden }] = await Promise.all([
        loadJudgedCouncils(ctx),
        loadTakenBack(ctx),
      ]);
      const names = await loadActorNames(
        ctx.database,
        hidden.map(({ hiding }) => hiding.actor),
      );
      return {
        ...{ councils, withdrawn },
        hidden: hidden.map(({ council, hiding: { dfeCode, reason, actor, hiddenAt } }) => ({
          ...{ dfeCode, council, reason, by: names.of(actor), since: hiddenAt.toISOString() },
        })),
      };
    }),

  /** What is said of one council, whether readers see it or not. */
  ofCouncil: editorProcedure
    .input(z.object({ dfeCode }))
    .output(judgedCouncilShape)
    .query(async ({ ctx, input }) => {
      const found = await loadJudgedCouncil(ctx, input.dfeCode);
      if (found === null) throw new TRPCError({ code: "NOT_FOUND", message: "Nothing is said of it." });
      const { hiding, council, flags } = found;
      const names = await loadActorNames(ctx.database, [hiding?.actor]);
      return {
        ...{ dfeCode: input.dfeCode, council, flags },
        hidden:
          hiding === null
            ? null
            : {
                ...{ reason: hiding.reason, by: names.of(hiding.actor) },
                since: hiding.hiddenAt.toISOString(),
              },
      };
    }),

  byId: editorProcedure
    .input(z.object({ flagId }))
    .output(decidedFlagShape)
    .query(async ({ ctx, input }) => {
      const found = await loadDecidedFlag(ctx, input.flagId);
      if (found === null) throw new TRPCError({ code: "NOT_FOUND", message: "There is no such flag." });
      const { flag, verdictsHidden, decisions, replies } = found;
      const names = await loadActorNames(
        ctx.database,
        [...decisions, ...replies].map(({ actor }) => actor),
      );
      return {
        ...flag,
        verdictsHidden,
        decisions: decisions.map(({ id, verb, reason, actor, decidedAt }) => ({
          ...{ id, reason, verb: verb as FlagVerb, by: names.of(actor), at: decidedAt.toISOString() },
        })),
        replies: replies.map(({ id, text, saidBy, saidOn, url, reason, actor, recordedAt }) => ({
          ...{ id, text, saidBy, saidOn, url, reason, by: names.of(actor), at: recordedAt.toISOString() },
        })),
      };
    }),

  /** Takes a flag from sight at once, with a public reason. */
  withdraw: adminProcedure
    .input(z.object({ flagId, reason }))
    .mutation(({ ctx, input }) =>
      deciding(async () => void (await judgedAnew(ctx, withdrawFlag(ctx, input)))),
    ),

  restore: adminProcedure
    .input(z.object({ flagId, reason }))
    .output(z.object({ state: z.string() }))
    .mutation(({ ctx, input }) =>
      deciding(async () => ({ state: (await judgedAnew(ctx, restoreFlag(ctx, input))).state })),
    ),

  /** Takes all that we make of a council's figures from sight at once, with a public reason. */
  hide: adminProcedure
    .input(z.object({ dfeCode, reason }))
    .mutation(({ ctx, input }) =>
      deciding(async () => void (await judgedAnew(ctx, hideVerdicts(ctx, input)))),
    ),

  show: adminProcedure
    .input(z.object({ dfeCode, reason }))
    .mutation(({ ctx, input }) =>
      deciding(async () => void (await judgedAnew(ctx, showVerdicts(ctx, input)))),
    ),

  /** Puts a council's own words beside a flag. */
  reply: editorProcedure
    .input(
      z.object({
        ...{ flagId, reason },
        text: z.string().max(20_000),
        saidBy: z.string().max(1_000),
        saidOn: z.string().max(20),
        url: z.string().max(2_000),
      }),
    )
    .mutation(({ ctx, input }) =>
      deciding(async () => {
        await recordReply(ctx, { ...input, url: input.url.trim() === "" ? null : input.url });
      }),
    ),

  takeReplyDown: editorProcedure
    .input(z.object({ flagId, reason }))
    .mutation(({ ctx, input }) => deciding(async () => void (await takeReplyDown(ctx, input)))),
});

/** Whoever was told before is told of it after the next judgement, so one is asked for at once. */
async function judgedAnew<T>(ctx: Parameters<typeof requestJudgement>[0], decided: Promise<T>): Promise<T> {
  const made = await decided;
  await requestJudgement(ctx);
  return made;
}
