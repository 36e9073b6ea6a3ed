import { z } from "zod";
import { BATCH_VERBS } from "@/domain/alerts/batch-states";
import { decideBatch } from "@/notify/decide-batch";
import { sendTestMail } from "@/notify/send-test-mail";
import { liftSuppression, suppressAddress } from "@/notify/suppress-address";
import { tryAgain, tryAllAgain } from "@/notify/try-again";
import { alertBatches } from "@/present/alert-batches";
import { latestTestMail, listSuppressions, messageRecord, recordBegins } from "@/present/message-record";
import { subscriberCounts } from "@/present/subscriber-counts";
import {
  alertBatchShape,
  messageRecordShape,
  messageShape,
  subscriberCountsShape,
  suppressionShape,
} from "@/shapes/message-shapes";
import { adminProcedure, createRouter, editorProcedure } from "../../trpc";

const number = z.int().min(1).max(2_147_483_647);
const reason = z.string().max(2_000);
const mailWay = z.enum(["smtp", "outbox"]);

/** Subscribers and messages. Everybody in the admin room may look; what sends or stops something is for admins. */
export const adminAlertsRouter = createRouter({
  subscribers: editorProcedure.output(subscriberCountsShape).query(({ ctx }) => subscriberCounts(ctx)),

  batches: createRouter({
    /** The newest first, those that wait for a decision before them. */
    list: editorProcedure.output(z.array(alertBatchShape)).query(({ ctx }) => alertBatches(ctx)),
    /** @returns how many messages it was about; digests come on top */
    decide: adminProcedure
      .input(z.object({ batchId: number, verb: z.enum(BATCH_VERBS), reason }))
      .output(z.object({ messages: z.int() }))
      .mutation(async ({ ctx, input }) => ({
        messages: await decideBatch(ctx, input.batchId, input.verb, input.reason),
      })),
  }),

  messages: createRouter({
    record: editorProcedure.output(messageRecordShape).query(({ ctx }) => messageRecord(ctx)),
    tryAgain: adminProcedure
      .input(z.object({ messageId: z.string().regex(/^\d{1,18}$/) }))
      .mutation(({ ctx, input }) => tryAgain(ctx, BigInt(input.messageId))),
    /** All of the record that were given up. @returns how many */
    tryAllAgain: adminProcedure
      .output(z.object({ messages: z.int() }))
      .mutation(async ({ ctx }) => ({ messages: await tryAllAgain(ctx, recordBegins(ctx.clock.now())) })),
    /** Where mail goes, and the message that whoever asks had sent to themselves last. */
    latestTest: adminProcedure
      .output(z.object({ mailWay, latest: messageShape.nullable() }))
      .query(async ({ ctx }) => ({
        mailWay: ctx.mailWay,
        latest: await latestTestMail(ctx, ctx.user.email),
      })),
    /** To whoever asks, and nobody else. */
    sendTest: adminProcedure.output(z.object({ to: z.string(), mailWay })).mutation(async ({ ctx }) => {
      await sendTestMail(ctx, ctx.user.email);
      return { to: ctx.user.email, mailWay: ctx.mailWay };
    }),
  }),

  suppressions: createRouter({
    list: editorProcedure.output(z.array(suppressionShape)).query(({ ctx }) => listSuppressions(ctx)),
    add: adminProcedure
      .input(z.object({ email: z.string().max(300), reason }))
      .mutation(async ({ ctx, input }) => void (await suppressAddress(ctx, input))),
    lift: adminProcedure
      .input(z.object({ suppressionId: number, reason }))
      .mutation(({ ctx, input }) => liftSuppression(ctx, input)),
  }),
});
