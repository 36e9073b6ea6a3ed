/** What waits for a person's decision, and all that they need to take it. */
import { z } from "zod";
import { ORIGINS } from "@/domain/provenance";
import { locatorShape } from "./source-shape";

export const REVIEW_KINDS = ["held", "not-understood", "doubtful", "unconfirmed-terms"] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const REVIEW_VERBS = ["approve", "reject", "confirm", "undo"] as const;
export type ReviewVerb = (typeof REVIEW_VERBS)[number];

const findingShape = z.object({
  severity: z.enum(["note", "doubt", "stop"]),
  message: z.string(),
  expected: z.string().nullable(),
  met: z.string().nullable(),
});

export const queueEntryShape = z.object({
  readingId: z.int(),
  kind: z.enum(REVIEW_KINDS),
  source: z.string(),
  publication: z.string(),
  title: z.string(),
  origin: z.enum(ORIGINS),
  readAt: z.string(),
  figures: z.int(),
  unconfirmed: z.int(),
  why: z.array(findingShape),
});
export type QueueEntry = z.infer<typeof queueEntryShape>;

export const unknownSpellingShape = z.object({
  spelling: z.string(),
  kind: z.enum(["unknown-council", "unusual-name"]),
  message: z.string(),
  metIn: z.array(z.object({ source: z.string(), readingId: z.int().nullable() })),
  /** The likeliest councils, the best first. */
  suggestions: z.array(z.object({ dfeCode: z.string(), name: z.string() })),
});
export type UnknownSpelling = z.infer<typeof unknownSpellingShape>;

export const mappedSpellingShape = z.object({
  id: z.int(),
  spelling: z.string(),
  dfeCode: z.string(),
  council: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  withdrawn: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
});
export type MappedSpelling = z.infer<typeof mappedSpellingShape>;

export const readLineShape = z.object({
  /** Its number among the lines of the reading. */
  index: z.int(),
  council: z.string().nullable(),
  label: z.string(),
  value: z.string(),
  /** What counts today for the same figure; null: nothing does. */
  before: z.string().nullable(),
  change: z.enum(["new", "changed", "same"]),
  checked: z.boolean(),
  where: z.string(),
  locator: locatorShape,
});
export type ReadLine = z.infer<typeof readLineShape>;

export const reviewDetailShape = z.object({
  readingId: z.int(),
  /** What waits; null: nothing does any more. */
  kind: z.enum(REVIEW_KINDS).nullable(),
  status: z.string(),
  /** Another document, or another reading of this one, has taken its place. */
  replaced: z.boolean(),
  source: z.string(),
  publication: z.string(),
  title: z.string(),
  edition: z.string().nullable(),
  url: z.string(),
  origin: z.enum(ORIGINS),
  snapshotSha256: z.string(),
  mediaType: z.string(),
  readAt: z.string(),
  retrievedAt: z.string(),
  runId: z.string(),
  parserVersion: z.string(),
  findings: z.array(findingShape.extend({ isOpen: z.boolean() })),
  lines: z.array(readLineShape),
  /** What counts today and isn't in this document. */
  gone: z.array(z.object({ council: z.string().nullable(), label: z.string(), value: z.string() })),
  decisions: z.array(
    z.object({
      id: z.int(),
      verb: z.enum(REVIEW_VERBS),
      by: z.string(),
      reason: z.string(),
      at: z.string(),
      undone: z.boolean(),
    }),
  ),
  may: z.array(z.enum(REVIEW_VERBS)),
});
export type ReviewDetail = z.infer<typeof reviewDetailShape>;

export const madeCorrectionShape = z.object({
  id: z.int(),
  council: z.string(),
  figure: z.string(),
  publishedGbp: z.number(),
  correctedGbp: z.number(),
  reason: z.string(),
  citationTitle: z.string(),
  citationUrl: z.string().nullable(),
  correctedOn: z.string(),
  by: z.string(),
  at: z.string(),
  state: z.string(),
});
export type MadeCorrection = z.infer<typeof madeCorrectionShape>;
