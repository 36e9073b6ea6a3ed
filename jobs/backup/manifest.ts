import { z } from "zod";

/** Of the layout of the file, not of the tables within. */
export const BACKUP_FORMAT = 1;

/** The first entry of a backup: what has to be known before any row is read. */
export const manifestShape = z.object({
  format: z.literal(BACKUP_FORMAT),
  /** ISO instant at which the store was as it is in here. */
  madeAt: z.string(),
  /** Every council and figure in it is invented. */
  practice: z.boolean(),
  /** The tables are as these leave them, oldest first. */
  migrations: z.array(z.string().regex(/^[\w-]+$/)).min(1),
});
export type Manifest = z.infer<typeof manifestShape>;

/** The last entry: without it the file isn't whole. */
export const endShape = z.object({
  /** Rows by table. */
  tables: z.record(z.string(), z.int().nonnegative()),
  /** The last number that each sequence gave; null: none yet. */
  sequences: z.record(z.string(), z.string().nullable()),
  snapshots: z.int().nonnegative(),
  /** SHA-256 of all entries before this one: each name, then its bytes. */
  sha256: z.string(),
});
export type End = z.infer<typeof endShape>;

export const MANIFEST = "manifest.json";
export const END = "end.json";
export const ROWS = /^tables\/(\w+)\/\d{6}$/;
export const SNAPSHOT = /^snapshots\/([0-9a-f]{64})$/;
