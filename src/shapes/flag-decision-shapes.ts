import { z } from "zod";
import { FLAG_STATES } from "@/domain/flags/compare-assessments";
import { RULES, SEVERITIES } from "@/domain/flags/flag";

/** A flag as the admin room lists it: what it says whatever its state, and though its council's verdicts are hidden. */
export const listedFlagShape = z.object({
  id: z.string(),
  dfeCode: z.string(),
  council: z.string(),
  rule: z.enum(RULES),
  severity: z.enum(SEVERITIES),
  state: z.enum(FLAG_STATES),
  financialYear: z.string().nullable(),
  summary: z.string(),
  raisedAt: z.string(),
  withdrawnReason: z.string().nullable(),
});
export type ListedFlag = z.infer<typeof listedFlagShape>;

const hidingShape = z.object({ reason: z.string(), by: z.string(), since: z.string() });

export const hiddenVerdictsShape = hidingShape.extend({ dfeCode: z.string(), council: z.string() });
export type HiddenVerdicts = z.infer<typeof hiddenVerdictsShape>;

/** What is made of one council. */
export const judgedCouncilShape = z.object({
  dfeCode: z.string(),
  council: z.string(),
  hidden: hidingShape.nullable(),
  flags: z.array(listedFlagShape),
});
export type JudgedCouncil = z.infer<typeof judgedCouncilShape>;

/** One flag with all that people decided about it, and said of it, newest first. */
export const decidedFlagShape = listedFlagShape.extend({
  verdictsHidden: z.boolean(),
  decisions: z.array(
    z.object({
      id: z.int(),
      verb: z.enum(["withdraw", "restore"]),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  replies: z.array(
    z.object({
      id: z.int(),
      /** Null: what stood there was taken down. */
      text: z.string().nullable(),
      saidBy: z.string().nullable(),
      saidOn: z.string().nullable(),
      url: z.string().nullable(),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
});
export type DecidedFlag = z.infer<typeof decidedFlagShape>;
