/** How runs, and requests for them, are told to the people who keep the site. */
import { z } from "zod";
import { RULES } from "@/domain/flags/flag";
import { ORIGINS } from "@/domain/provenance";
import { STATUSES } from "./api-shapes";

/** `live`: from the publishers. `archive`: from our bundled copy. `stored`: what is held is read once more. */
export const READ_FROM = ["live", "archive", "stored"] as const;
export type ReadFrom = (typeof READ_FROM)[number];

export const REQUEST_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const RUN_STATUSES = ["ok", "partial", "failed"] as const;

/** Where a run is. */
export const runProgressShape = z.object({
  /** What is being done: waiting for another run to end, reading, judging the councils, comparing. */
  stage: z.enum(["waiting", "copying", "reading", "judging", "comparing"]),
  source: z.string().nullable(),
  sourceNumber: z.int(),
  sources: z.int(),
  document: z.object({ number: z.int(), of: z.int(), url: z.string() }).nullable(),
});
export type RunProgress = z.infer<typeof runProgressShape>;

export const sourceOutcomeShape = z.object({
  source: z.string(),
  origin: z.enum(ORIGINS),
  status: z.enum(["ok", "unchanged", "partial", "held", "failed"]),
  snapshots: z.int(),
  unchanged: z.int(),
  figures: z.int(),
  findings: z.int(),
  durationMs: z.int(),
  error: z.string().optional(),
});
export type ToldSourceOutcome = z.infer<typeof sourceOutcomeShape>;

const toldChangeShape = z.object({
  summary: z.string(),
  council: z.string().nullable(),
  notNews: z.string().nullable(),
});

const toldFindingShape = z.object({
  severity: z.enum(["note", "doubt", "stop"]),
  message: z.string(),
  url: z.string().nullable(),
});

/** What a run would do to one publication. */
export const wouldChangeShape = sourceOutcomeShape.extend({
  figuresAdded: z.int(),
  figuresEnded: z.int(),
  /** By meaning, at most so many as fit; `changesInAll` counts all. */
  changes: z.array(toldChangeShape),
  changesInAll: z.int(),
  findingsRaised: z.array(toldFindingShape),
  findingsResolved: z.array(toldFindingShape),
});
export type WouldChange = z.infer<typeof wouldChangeShape>;

export const dryRunShape = z.object({
  kind: z.literal("dry-run"),
  status: z.enum(RUN_STATUSES),
  sources: z.array(wouldChangeShape),
  flags: z.array(
    z.object({
      kind: z.enum(["raised", "worsened", "eased", "cleared", "restated", "withdrawn", "restored"]),
      rule: z.enum(RULES),
      severity: z.string(),
      council: z.string(),
      summary: z.string(),
    }),
  ),
  statuses: z.array(
    z.object({ council: z.string(), before: z.enum(STATUSES).nullable(), after: z.enum(STATUSES) }),
  ),
});
export type DryRun = z.infer<typeof dryRunShape>;

export const runReportShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("run"), status: z.enum(RUN_STATUSES), note: z.string().nullable() }),
  dryRunShape,
]);
export type RunReport = z.infer<typeof runReportShape>;

/** How a run stands, whether somebody asked for it or the clock did. */
export const RUN_STATES = [
  "queued",
  "running",
  "ok",
  "partial",
  "failed",
  "cancelled",
  "interrupted",
] as const;
export type RunState = (typeof RUN_STATES)[number];

export const runSummaryShape = z.object({
  id: z.string(),
  job: z.string(),
  /** When it began; for one that hasn't, when it was asked for. */
  at: z.string(),
  finishedAt: z.string().nullable(),
  state: z.enum(RUN_STATES),
  /** What set it off: "schedule", "command line", or who asked. */
  trigger: z.string(),
  /** None: all. */
  sources: z.array(z.string()),
  readFrom: z.enum(READ_FROM).nullable(),
  dryRun: z.boolean(),
  snapshots: z.int(),
  unchanged: z.int(),
  figures: z.int(),
  findings: z.int(),
  error: z.string().nullable(),
});
export type RunSummary = z.infer<typeof runSummaryShape>;

export const runDetailShape = runSummaryShape.extend({
  /** Whether somebody asked for it, so that it can be cancelled and asked for again. */
  asked: z.boolean(),
  snapshotSha256: z.string().nullable(),
  requestedAt: z.string().nullable(),
  attempts: z.int(),
  cancelAskedBy: z.string().nullable(),
  progress: runProgressShape.nullable(),
  report: runReportShape.nullable(),
  outcomes: z.array(sourceOutcomeShape),
  lines: z.array(z.object({ id: z.int(), at: z.string(), text: z.string() })),
  raised: z.array(
    z.object({
      id: z.int(),
      source: z.string(),
      severity: z.enum(["note", "doubt", "stop"]),
      message: z.string(),
      url: z.string().nullable(),
      snapshotSha256: z.string().nullable(),
      readingId: z.int().nullable(),
      isOpen: z.boolean(),
    }),
  ),
});
export type RunDetail = z.infer<typeof runDetailShape>;
