import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { type ReportState, verbsFor } from "@/domain/reports/report";
import { loadActorNames } from "@/present/actor-names";
import { reportSubject } from "@/present/report-subject";
import { answerReport, closeReport, reopenReport } from "@/review/decide-report";
import { type HeldReport, loadReport, loadReports } from "@/review/load-reports";
import { publishNote } from "@/review/publish-note";
import { withdrawNote } from "@/review/withdraw-note";
import { type ListedReport, listedReportShape, reportDetailShape } from "@/shapes/report-shapes";
import { createRouter, editorProcedure } from "../../trpc";
import { deciding } from "./review-problems";

const id = z.int().min(1).max(2_147_483_647);
const reason = z.string().max(2_000);
const words = z.string().max(10_000);
const decided = z.object({ mailed: z.boolean() });

/** What people outside say is wrong, and what is decided about it. Nobody's address is shown to anybody. */
export const reportsRouter = createRouter({
  /** What waits, the oldest first, and what was decided lately. */
  queue: editorProcedure
    .output(z.object({ open: z.array(listedReportShape), decided: z.array(listedReportShape) }))
    .query(async ({ ctx }) => {
      const reports = await loadReports(ctx);
      return { open: reports.open.map(presentListed), decided: reports.decided.map(presentListed) };
    }),

  /** A report beside what it's about as that now stands. */
  byId: editorProcedure
    .input(z.object({ id }))
    .output(reportDetailShape)
    .query(async ({ ctx, input }) => {
      const held = await loadReport(ctx, input.id);
      if (held === null) throw new TRPCError({ code: "NOT_FOUND", message: "There is no such report." });
      const { report, notes } = held;
      const [found, names] = await Promise.all([
        reportSubject(ctx, addressOf(report)),
        loadActorNames(ctx.database, [
          ...report.decisions.map(({ actor }) => actor),
          ...notes.flatMap(({ actor, withdrawal }) => [actor, withdrawal?.actor]),
        ]),
      ]);
      const { shown, expected, sourceUrl, dfeCode, flagId } = report;
      const stands = notes.some(({ withdrawal }) => withdrawal === null);
      return {
        ...presentListed(report),
        ...{ shown, expected, sourceUrl, dfeCode, flagId },
        may: [...verbsFor(report.state as ReportState)],
        now: found?.subject ?? null,
        readings: [...(found?.readings ?? [])],
        decisions: report.decisions.map(({ id, verb, wrong, text, mailed, actor, decidedAt }) => ({
          ...{ id, wrong, text, mailed, verb: verb as "answer" | "close" | "reopen" },
          ...{ by: names.of(actor), at: decidedAt.toISOString() },
        })),
        mayPublish: report.state === "answered" && report.decisions.at(-1)?.wrong === true && !stands,
        notes: notes.map(({ id, text, actor, publishedAt, withdrawal }) => ({
          ...{ id, text, by: names.of(actor), at: publishedAt.toISOString() },
          withdrawn: withdrawal && {
            ...{ reason: withdrawal.reason, by: names.of(withdrawal.actor) },
            at: withdrawal.withdrawnAt.toISOString(),
          },
        })),
      };
    }),

  answer: editorProcedure
    .input(z.object({ reportId: id, wrong: z.boolean(), text: words }))
    .output(decided)
    .mutation(({ ctx, input }) => deciding(() => answerReport(ctx, input))),

  close: editorProcedure
    .input(z.object({ reportId: id, reason }))
    .output(decided)
    .mutation(({ ctx, input }) => deciding(() => closeReport(ctx, input))),

  reopen: editorProcedure
    .input(z.object({ reportId: id, reason }))
    .output(decided)
    .mutation(({ ctx, input }) => deciding(() => reopenReport(ctx, input))),

  publishNote: editorProcedure
    .input(z.object({ reportId: id, text: words }))
    .output(z.object({ id: z.int() }))
    .mutation(({ ctx, input }) => deciding(() => publishNote(ctx, input))),

  takeNoteBack: editorProcedure
    .input(z.object({ noteId: id, reason }))
    .mutation(({ ctx, input }) => deciding(() => withdrawNote(ctx, input))),
});

function presentListed({ id, state, about, text, reportedAt, decidedAt, email }: HeldReport): ListedReport {
  return {
    ...{ id, about, text, state: state as ReportState, hasAddress: email !== null },
    ...{ reportedAt: reportedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null },
  };
}

function addressOf({ figure, flagId, dfeCode }: HeldReport) {
  if (figure !== null) return { figure };
  if (flagId !== null) return { flag: flagId };
  return dfeCode === null ? {} : { council: dfeCode };
}
