import type { Context } from "@/context";
import { LONGEST_ANSWER, type ReportState, type ReportVerb, verbsFor } from "@/domain/reports/report";
import type { ErrorReport } from "@/generated/prisma/client";
import type { ReportAnswerContent } from "@/shapes/alert-shapes";
import type { Transaction } from "@/store/figure-tables";
import { recordAudit } from "@/store/record-audit";
import { ReviewProblem } from "./review-problem";
import { statedReason } from "./stated-reason";
import { statedWords } from "./stated-words";

type Deciding = Pick<Context, "database" | "clock" | "actor">;

/** What was decided about a report, as it stands in the record. */
export interface ReportDecided {
  readonly reportId: number;
  readonly state: ReportState;
  /** Whether a mail with the answer is on its way. */
  readonly mailed: boolean;
}

/**
 * Answers a report. Whoever gave an address gets the answer by mail, queued in the same transaction.
 *
 * @param answer `wrong`: what was reported is wrong, so that a correction note may be published
 * @throws ReviewProblem when it can't be answered; nothing is changed then
 */
export async function answerReport(
  context: Deciding,
  answer: { readonly reportId: number; readonly wrong: boolean; readonly text: string },
): Promise<ReportDecided> {
  const text = statedWords("The answer", answer.text, LONGEST_ANSWER);
  return decide(context, answer.reportId, { verb: "answer", state: "answered", text, wrong: answer.wrong });
}

/** Closes a report without an answer, as one that says nothing. @throws ReviewProblem when it isn't open */
export async function closeReport(
  context: Deciding,
  { reportId, reason }: { readonly reportId: number; readonly reason: string },
): Promise<ReportDecided> {
  return decide(context, reportId, {
    verb: "close",
    state: "closed",
    text: statedReason(reason),
    wrong: null,
  });
}

/** Puts a report back into the queue. What was answered stays answered. @throws ReviewProblem when it's open */
export async function reopenReport(
  context: Deciding,
  { reportId, reason }: { readonly reportId: number; readonly reason: string },
): Promise<ReportDecided> {
  return decide(context, reportId, {
    verb: "reopen",
    state: "open",
    text: statedReason(reason),
    wrong: null,
  });
}

/**
 * A report, locked against everybody else who would decide about it.
 *
 * @throws ReviewProblem when there is none of that number
 */
export async function lockReport(transaction: Transaction, reportId: number): Promise<ErrorReport> {
  await transaction.$queryRaw`SELECT 1 FROM "ErrorReport" WHERE "id" = ${reportId} FOR UPDATE`;
  const report = await transaction.errorReport.findUnique({ where: { id: reportId } });
  if (!report) throw new ReviewProblem("no-such-report", `There is no report ${reportId}.`);
  return report;
}

async function decide(
  { database, clock, actor }: Deciding,
  reportId: number,
  decision: {
    readonly verb: ReportVerb;
    readonly state: ReportState;
    readonly text: string;
    readonly wrong: boolean | null;
  },
): Promise<ReportDecided> {
  const { verb, state, text, wrong } = decision;
  const now = clock.now();
  return database.$transaction(async (transaction) => {
    const report = await lockReport(transaction, reportId);
    if (!verbsFor(report.state as ReportState).includes(verb)) {
      throw new ReviewProblem("already-decided", DECIDED[report.state as ReportState]);
    }
    const mailed = verb === "answer" && report.email !== null;
    const { id } = await transaction.reportDecision.create({
      data: { reportId, verb, wrong, text, mailed, actor, decidedAt: now },
    });
    await transaction.errorReport.update({ where: { id: reportId }, data: { state, decidedAt: now } });
    if (mailed) await queueAnswer(transaction, report, id, text, now);
    await recordAudit(transaction, {
      ...{ actor, at: now, verb: `report.${verb}` },
      subject: { kind: "report", id: reportId },
      before: { state: report.state },
      after: { state, decision: id, ...(verb === "answer" ? { wrong, mailed } : {}) },
      // An answer is a letter to a person, who may be named in it; the audit log forgets nothing.
      reason: verb === "answer" ? null : text,
    });
    return { reportId, state, mailed };
  });
}

const DECIDED: Readonly<Record<ReportState, string>> = {
  open: "It is open already.",
  answered: "It has been answered already. Open it again first.",
  closed: "It has been closed already. Open it again first.",
};

async function queueAnswer(
  transaction: Transaction,
  report: ErrorReport,
  decisionId: number,
  answer: string,
  now: Date,
): Promise<void> {
  const { id: reportId, about, email } = report;
  const content: ReportAnswerContent = { reportId, about, answer, path: await pathOf(transaction, report) };
  await transaction.delivery.create({
    data: {
      ...{ key: `report-answer ${decisionId}`, purpose: "report-answer", channel: "email", alertIds: [] },
      ...{ state: "queued", address: email, content, attempts: 0, createdAt: now, dueAt: now },
    },
  });
}

/** The page on which what was reported stands. */
async function pathOf(
  transaction: Transaction,
  { flagId, dfeCode }: Pick<ErrorReport, "flagId" | "dfeCode">,
): Promise<string> {
  if (flagId !== null) return `/flags/${encodeURIComponent(flagId)}`;
  const council = dfeCode === null ? null : await transaction.authority.findUnique({ where: { dfeCode } });
  return council === null ? "/" : `/authorities/${council.slug}`;
}
