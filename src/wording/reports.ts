import type { ReportState, ReportVerb } from "@/domain/reports/report";
import type { ReportDetail } from "@/shapes/report-shapes";
import { formatInstant } from "./dates";

/* What is said of reports in the admin room. */

export function reportsSentence(open: number): string {
  if (open === 0) return "None waits for an answer.";
  return open === 1 ? "One waits for an answer." : `${open} wait for an answer.`;
}

const STATE = {
  open: "not answered yet",
  answered: "answered",
  closed: "closed without an answer",
} as const satisfies Record<ReportState, string>;

export function reportStateWords(state: ReportState): string {
  return STATE[state];
}

/** Over a report: since when, in which state, and whether somebody waits for an answer. */
export function reportSentence({
  id,
  state,
  reportedAt,
  hasAddress,
}: Pick<ReportDetail, "id" | "state" | "reportedAt" | "hasAddress">): string {
  const asked = hasAddress
    ? "An answer is asked for by e-mail; the address isn’t shown."
    : "No address is held, so an answer is only kept here.";
  return `Report ${id} of ${formatInstant(reportedAt)}, ${STATE[state]}. ${asked}`;
}

const VERB = {
  answer: "Answered",
  close: "Closed without an answer",
  reopen: "Opened again",
} as const satisfies Record<ReportVerb, string>;

/** "Answered: it was wrong, mailed". */
export function reportDecisionWords({
  verb,
  wrong,
  mailed,
}: Pick<ReportDetail["decisions"][number], "verb" | "wrong" | "mailed">): string {
  if (verb !== "answer") return VERB[verb];
  return `${VERB.answer}: ${wrong ? "it was wrong" : "it was right"}, ${mailed ? "mailed" : "not mailed"}`;
}
