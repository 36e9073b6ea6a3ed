import { REPORT_LENGTHS } from "@/domain/reports/report";
import { readEmail } from "@/domain/users/email";
import type { ReportAddress, ReportProblem, TypedReport } from "@/shapes/report-shapes";
import { NO_TEXT, NOT_AN_EMAIL, NOT_SECURE_URL, SHORT_TEXT, tooLongWords } from "@/wording/report-form";
import { textOf } from "../alerts/read-choices";

/** What is far too long is cut here, so that it can be shown again; what is too long is told. */
const SOME_MORE = 400;

export interface CheckedReport {
  readonly text: string;
  readonly expected: string | null;
  readonly sourceUrl: string | null;
  readonly email: string | null;
}

/** What the form's page was about, as it was handed on. */
export function readReportAddress(form: FormData): ReportAddress {
  const part = (name: string, longest: number) => textOf(form, name, longest) || undefined;
  const [figure, flag, council] = [part("figure", 600), part("flag", 100), part("council", 100)];
  return {
    ...(figure === undefined ? {} : { figure }),
    ...(flag === undefined ? {} : { flag }),
    ...(council === undefined ? {} : { council }),
  };
}

export function readTypedReport(form: FormData): TypedReport {
  return {
    text: linesOf(form.get("text")).slice(0, REPORT_LENGTHS.text.most + SOME_MORE),
    expected: textOf(form, "expected", REPORT_LENGTHS.expected.most + SOME_MORE),
    url: textOf(form, "url", REPORT_LENGTHS.url.most + SOME_MORE),
    email: textOf(form, "email", REPORT_LENGTHS.email.most + SOME_MORE),
  };
}

/** @returns null beside what is wrong with it */
export function checkReport(typed: TypedReport): {
  readonly report: CheckedReport | null;
  readonly problems: readonly ReportProblem[];
} {
  const problems: ReportProblem[] = [];
  for (const field of ["text", "expected", "url", "email"] as const) {
    const message = problemOf(field, typed[field]);
    if (message !== null) problems.push({ field, message });
  }
  if (problems.length > 0) return { report: null, problems };
  const { text, expected, url, email } = typed;
  return {
    report: { text, expected: expected || null, sourceUrl: url || null, email: readEmail(email) },
    problems,
  };
}

function problemOf(field: keyof TypedReport, value: string): string | null {
  if (value === "") return field === "text" ? NO_TEXT : null;
  if (value.length > REPORT_LENGTHS[field].most) return tooLongWords(field);
  switch (field) {
    case "text":
      return value.length < REPORT_LENGTHS.text.least ? SHORT_TEXT : null;
    case "expected":
      return null;
    case "url":
      return isSecureAddress(value) ? null : NOT_SECURE_URL;
    case "email":
      return readEmail(value) === null ? NOT_AN_EMAIL : null;
  }
}

/** A page on the web, without a name or password in its address. */
function isSecureAddress(text: string): boolean {
  if (!URL.canParse(text) || /\s/.test(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return protocol === "https:" && username === "" && password === "" && hostname.includes(".");
}

/** Text with its line breaks, as browsers send them or not, and without what no field of ours can hold. */
function linesOf(value: FormDataEntryValue | null): string {
  if (typeof value !== "string") return "";
  const lines = value.replace(/\r\n?/g, "\n");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return lines.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ").trim();
}
