import { ANSWERED_WITHIN_WORKING_DAYS, REPORT_LENGTHS, REPORTER_DAYS } from "@/domain/reports/report";
import type { TypedReport } from "@/shapes/report-shapes";
import { inMinutes } from "./alert-forms";

/* What is wrong with a report of an error as somebody typed it, and what is said beside its form. */

export const NO_TEXT = "Say what is wrong";
export const SHORT_TEXT = `Say a little more about what is wrong: at least ${REPORT_LENGTHS.text.least} characters`;
export const NOT_SECURE_URL =
  "Enter the address of a published page, beginning with https://, or leave it out";
export const NOT_AN_EMAIL = "Enter an e-mail address like name@example.org, or leave it out";

export function tooLongWords(field: keyof TypedReport): string {
  return `${TOO_LONG[field]} at the most ${REPORT_LENGTHS[field].most.toLocaleString("en-GB")} characters`;
}

const TOO_LONG = {
  text: "Say what is wrong in",
  expected: "Say what it should be in",
  url: "Enter an address of",
  email: "Enter an e-mail address of",
} as const satisfies Record<keyof TypedReport, string>;

/** @param minutes until it may be tried again, at least 1 */
export function reportWaitWords(minutes: number): string {
  return `That is more than we can look into in so short a time. Try again ${inMinutes(minutes)}: what you typed stands below`;
}

/** By when somebody hears of us. */
export const ANSWERED_WITHIN = `within ${ANSWERED_WITHIN_WORKING_DAYS} working days`;

/** Beside the field for an address: what is kept and for how long. */
export const ADDRESS_KEPT = `We use it for this answer alone, and erase it ${REPORTER_DAYS.afterDecision} days after, at the latest after a year.`;
