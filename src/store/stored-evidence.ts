import { z } from "zod";

/** That the figure isn't, or doesn't rest on, the published one, and who says so. */
export const evidenceCorrectionShape = z.object({
  publishedPence: z.int(),
  correctedPence: z.int(),
  reason: z.string(),
  citationTitle: z.string(),
  citationUrl: z.string().nullable(),
  correctedOn: z.string(),
});
export type EvidenceCorrection = z.infer<typeof evidenceCorrectionShape>;

/** Where a figure that something rests on was read: kept with the verdict or flag, so that it outlives the row. */
export const evidencePlaceShape = z.object({
  readingId: z.int(),
  snapshotSha256: z.string(),
  locator: z.record(z.string(), z.unknown()),
  confidence: z.string().nullable(),
  citationTitle: z.string().nullable(),
  citationUrl: z.string().nullable(),
  /** What the register says of it in words. */
  wording: z.string().nullable(),
  /** False while nobody has confirmed what a machine read, or a check has raised a doubt. */
  checked: z.boolean(),
  correction: evidenceCorrectionShape.optional(),
});
export type EvidencePlace = z.infer<typeof evidencePlaceShape>;

/** What a verdict or flag rests on, as it's kept: with its place, so that it can be followed when the row has ended. */
export const storedEvidenceShape = z.object({
  label: z.string(),
  /** Pence; null for what is no amount. */
  value: z.int().nullable(),
  date: z.string().nullable(),
  /** Null for a threshold and for what was worked out. */
  place: evidencePlaceShape.nullable(),
});
export type StoredEvidence = z.infer<typeof storedEvidenceShape>;

/** @throws ZodError for a column that doesn't hold evidence */
export function readEvidence(column: unknown): readonly StoredEvidence[] {
  return z.array(storedEvidenceShape).parse(column);
}
