/** Where a figure comes from, as every answer says it; and the forms that years and dates have in answers. */
import { z } from "zod";
import { CONFIDENCES, ORIGINS } from "@/domain/provenance";

/** Whole pounds. */
export const gbp = z.int();
export const year = z.string().regex(/^\d{4}-\d{2}$/);
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const locatorShape = z.object({
  page: z.int().optional(),
  table: z.string().optional(),
  row: z.int().optional(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
  path: z.string().optional(),
  /** Left, top, width, height on the page, in points from its top left corner. */
  area: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly().optional(),
});

export const sourceShape = z.object({
  publication: z.string(),
  title: z.string(),
  url: z.string(),
  snapshotSha256: z.string().length(64),
  retrievedAt: z.iso.datetime(),
  locator: locatorShape,
  origin: z.enum(ORIGINS),
  licence: z.string(),
  confidence: z.enum(CONFIDENCES).optional(),
  /** For a rebuilt copy: says so, and whose page its figures were taken from. For the register: what the source says. */
  note: z.string().optional(),
});
export type Source = z.infer<typeof sourceShape>;

/** The figure isn't the published one: what was published, and who says that it was wrong. */
export const correctionShape = z.object({
  originalGbp: gbp,
  reason: z.string(),
  /** An erratum, a letter: no snapshot of it is held. */
  source: z.object({ title: z.string(), url: z.string().nullable() }),
  correctedOn: date,
});
export type Correction = z.infer<typeof correctionShape>;
