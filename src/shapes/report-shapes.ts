/** Reports of errors: what the page of the form shows and asks, what the admin room sees of them, and public notes. */
import { z } from "zod";
import { REPORT_STATES, REPORT_VERBS } from "@/domain/reports/report";
import { date, sourceShape } from "./source-shape";

/** The parts of the form that can be wrong; `form` is all of it. */
export const REPORT_FIELDS = ["text", "expected", "url", "email", "form"] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];

export const reportProblemShape = z.object({ field: z.enum(REPORT_FIELDS), message: z.string() });
export type ReportProblem = z.infer<typeof reportProblemShape>;

/** What the page's address says that a report is about: the place of a figure, a flag, a council. */
export const reportAddressShape = z.object({
  figure: z.string().max(600).optional(),
  flag: z.string().max(100).optional(),
  council: z.string().max(100).optional(),
});
export type ReportAddress = z.infer<typeof reportAddressShape>;

/** As somebody typed it. */
export const typedReportShape = z.object({
  text: z.string(),
  expected: z.string(),
  url: z.string(),
  email: z.string(),
});
export type TypedReport = z.infer<typeof typedReportShape>;

/** What is reported, as it stands: in words, with where it comes from. */
export const reportSubjectShape = z.object({
  kind: z.enum(["figure", "flag", "council"]),
  /** "Exampleshire: Deficit at 31 March 2024, after DfE money (net)". */
  title: z.string(),
  /** DfE code; null for what is of no council. */
  dfeCode: z.string().nullable(),
  /** The page on which it stands. */
  path: z.string(),
  lines: z.array(
    z.object({
      label: z.string(),
      /** As it was published. */
      value: z.string(),
      /** Where it isn't shown as published. */
      corrected: z.string().nullable(),
    }),
  ),
  /** What is shown in its place today, where it doesn't count any more; null where it does. */
  today: z.array(z.object({ label: z.string(), value: z.string() })).nullable(),
  source: sourceShape.nullable(),
});
export type ReportSubject = z.infer<typeof reportSubjectShape>;

export const reportFormShape = z.object({
  /** Null: nothing, or an address that leads to nothing here. */
  subject: reportSubjectShape.nullable(),
  /** An address was given that leads to nothing. */
  unknown: z.boolean(),
  address: reportAddressShape,
  typed: typedReportShape,
  problems: z.array(reportProblemShape),
});
export type ReportForm = z.infer<typeof reportFormShape>;

/** What was just reported; null for who came by another way. */
export const reportReceivedShape = z.object({
  received: z.object({ id: z.int(), answerTo: z.string().nullable(), back: z.string() }).nullable(),
});
export type ReportReceived = z.infer<typeof reportReceivedShape>;

const decisionShape = z.object({
  id: z.int(),
  verb: z.enum(REPORT_VERBS),
  wrong: z.boolean().nullable(),
  text: z.string(),
  mailed: z.boolean(),
  by: z.string(),
  at: z.iso.datetime(),
});

export const listedReportShape = z.object({
  id: z.int(),
  state: z.enum(REPORT_STATES),
  about: z.string(),
  text: z.string(),
  reportedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  /** Whether an answer can be mailed. */
  hasAddress: z.boolean(),
});
export type ListedReport = z.infer<typeof listedReportShape>;

export const reportDetailShape = listedReportShape.extend({
  shown: z.string(),
  expected: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  dfeCode: z.string().nullable(),
  flagId: z.string().nullable(),
  may: z.array(z.enum(REPORT_VERBS)),
  /** As it stands today; null where nothing is there any more. */
  now: reportSubjectShape.nullable(),
  /** The readings that its figures come from, to be reviewed. */
  readings: z.array(z.int()),
  decisions: z.array(decisionShape),
  mayPublish: z.boolean(),
  notes: z.array(
    z.object({
      id: z.int(),
      text: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
      withdrawn: z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
    }),
  ),
});
export type ReportDetail = z.infer<typeof reportDetailShape>;

/** What we say in public of an error of ours. */
export const correctionNoteShape = z.object({
  id: z.int(),
  /** What was wrong: "Exampleshire: Deficit at 31 March 2024, after DfE money (net)". */
  about: z.string(),
  text: z.string(),
  publishedOn: date,
  /** Taken back: the note no longer holds. */
  withdrawn: z.object({ on: date, reason: z.string() }).optional(),
});
export type CorrectionNote = z.infer<typeof correctionNoteShape>;
