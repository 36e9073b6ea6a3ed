/** The shapes of what is judged: verdicts, flags and trends, each with what it rests on. A reading of ours, not DfE's. */
import { z } from "zod";
import { BASES, PLAN_SOURCES, SCOPES } from "@/domain/dsg/balance";
import { FLAG_STATES } from "@/domain/flags/compare-assessments";
import { RULES, SEVERITIES } from "@/domain/flags/flag";
import { REASONS, VERDICT_WORDS } from "@/domain/verdicts/verdict";
import { backTestShape } from "./back-test-shape";
import { correctionShape, date, gbp, partialDate, sourceShape, year } from "./source-shape";

/** A figure or statement that something rests on, with its place in a document. */
export const evidenceShape = z.object({
  label: z.string(),
  valueGbp: gbp.optional(),
  /** When it was said or published. */
  date: partialDate.optional(),
  /** Where it isn't, or doesn't rest on, the published figure. */
  correction: correctionShape.extend({ correctedGbp: gbp }).optional(),
  source: sourceShape,
});
export type Evidence = z.infer<typeof evidenceShape>;

/** What stands beside the evidence and is in no document: a threshold, a sum worked out. */
export const workingShape = z.object({ label: z.string(), valueGbp: gbp.optional() });

export const verdictShape = z.object({
  financialYear: year,
  agreementVersion: z.string(),
  against: z.enum(["original", "current", "both"]),
  basis: z.enum(BASES),
  scope: z.enum(SCOPES),
  /** The signing year: judged, but it raises no flag and counts nowhere. */
  baseline: z.boolean(),
  promisedGbp: gbp.nullable(),
  actualLowGbp: gbp.nullable(),
  actualHighGbp: gbp.nullable(),
  /** Positive is above the promise. */
  gapGbp: gbp.nullable(),
  toleranceGbp: gbp,
  planSource: z.enum(PLAN_SOURCES),
  verdict: z.enum(VERDICT_WORDS),
  reason: z.enum(REASONS).optional(),
  ruleVersion: z.string(),
  /** False while it rests on terms that a machine has read and nobody has confirmed. */
  checked: z.boolean(),
  /** Over all sources that can be compared. */
  rangeLowGbp: gbp.nullable(),
  rangeHighGbp: gbp.nullable(),
  /** The verdict as a sentence with its figures. */
  summary: z.string(),
  evidence: z.array(evidenceShape),
});
export type Verdict = z.infer<typeof verdictShape>;

export const flagShape = z.object({
  id: z.string(),
  rule: z.enum(RULES),
  ruleVersion: z.string(),
  severity: z.enum(SEVERITIES),
  authority: z.object({ dfeCode: z.string(), gssCode: z.string(), name: z.string(), slug: z.string() }),
  financialYear: year.optional(),
  state: z.enum(FLAG_STATES),
  /** False while it rests on terms that a machine has read and nobody has confirmed. */
  checked: z.boolean(),
  raisedAt: z.iso.datetime(),
  clearedAt: z.iso.datetime().optional(),
  /** Of a withdrawn flag only that it was, and why: what it said is nowhere any more. */
  summary: z.string(),
  /** The council's, in its own words. */
  reply: z.string().optional(),
  /** Who spoke for the council, when, and where the council has published it. */
  repliedBy: z.string().optional(),
  repliedOn: date.optional(),
  replyUrl: z.string().optional(),
  /** Why a person withdrew it. */
  withdrawnReason: z.string().optional(),
  evidence: z.array(evidenceShape),
  working: z.array(workingShape),
});
export type Flag = z.infer<typeof flagShape>;

export const FLAG_CHANGE_KINDS = [
  "raised",
  "worsened",
  "eased",
  "cleared",
  "restated",
  "withdrawn",
  "restored",
] as const;

/** One flag with what has become of it, oldest first. */
export const flagWithHistoryShape = flagShape.extend({
  history: z.array(
    z.object({
      kind: z.enum(FLAG_CHANGE_KINDS),
      at: z.iso.datetime(),
      severity: z.enum(SEVERITIES),
      checked: z.boolean(),
      financialYear: year.optional(),
      /** Left out of what is told of a withdrawn flag. */
      summary: z.string().optional(),
      /** Of one that a person withdrew or restored: why. */
      reason: z.string().optional(),
      ruleVersion: z.string(),
    }),
  ),
  /** What the council replied before, newest first. */
  earlierReplies: z.array(
    z.object({ text: z.string(), by: z.string(), on: date, url: z.string().optional() }),
  ),
});
export type FlagWithHistory = z.infer<typeof flagWithHistoryShape>;

/** Where a council's year ends lead if they go on as they did. */
export const trendShape = z.object({
  basis: z.enum(["gross", "net"]),
  /** The year ends it is drawn through. */
  years: z.array(year),
  /** By how much the deficit grows (positive) or falls a year: the median of all pairs of year ends. */
  slopeGbp: gbp,
  /** The 10th and 90th percentiles of the same. */
  slopeLowGbp: gbp,
  slopeHighGbp: gbp,
  /** The year by whose end the deficit would be gone; null: not on this trend. */
  clearsBy: year.nullable(),
  clearsByEarliest: year.nullable(),
  clearsByLatest: year.nullable(),
  /** By how much the deficit would have to fall a year to be gone by the promised year; null where none is promised. */
  neededPerYearGbp: gbp.nullable(),
  promised: z.object({ what: z.enum(["clearance", "balance"]), by: year, neededPerYearGbp: gbp }).nullable(),
  sources: z.array(sourceShape),
});
export type Trend = z.infer<typeof trendShape>;

export const noTrendShape = z.object({
  reason: z.enum(["fewer-than-three-year-ends", "receipts-incomplete"]),
  /** How many there are that could stand in one line. */
  yearEnds: z.int(),
});
export type NoTrend = z.infer<typeof noTrendShape>;

/** What the rules are measured with. */
export const measuresShape = z.object({
  toleranceFloorGbp: gbp,
  /** In hundredths of a per cent: 100 is 1%. */
  toleranceBasisPoints: z.int(),
  staleAfterMonths: z.int(),
  onTrackWithinMonths: z.int(),
  judgedThrough: year,
});

/** What the method comes to today. */
export const methodologyShape = z.object({
  thresholds: measuresShape,
  rules: z.array(z.object({ rule: z.enum(RULES), open: z.int(), example: flagShape.nullable() })),
  /** Of the agreements that stand, without signing years. */
  verdicts: z.object({ judged: z.int(), missed: z.int() }),
  /** How many of them would be another word, and how many a miss, with another share in the tolerance. */
  sensitivity: z.array(z.object({ basisPoints: z.int(), changed: z.int(), missed: z.int() })),
  trends: z.object({
    councils: z.int(),
    /** The longest line of year ends any trend is drawn through. */
    mostYearEnds: z.int(),
  }),
  /** None until a council holds six year ends on one basis. */
  backTests: z.array(backTestShape),
});
export type Methodology = z.infer<typeof methodologyShape>;
