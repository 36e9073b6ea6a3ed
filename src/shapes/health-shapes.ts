import { z } from "zod";

/** What the machine is like, for those who run it. */
export const healthShape = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** When it was asked last, and when somebody answered. */
      lastCheckedAt: z.string().nullable(),
      lastReachedAt: z.string().nullable(),
      /** What should be out and isn't here. */
      overdue: z.object({ name: z.string(), dueBy: z.string() }).nullable(),
      failuresInRow: z.number().int(),
      /** Why it failed last; null: it didn't. */
      error: z.string().nullable(),
    }),
  ),
  jobs: z.array(
    z.object({
      job: z.string(),
      lastStartedAt: z.date(),
      lastStatus: z.string(),
      /** When it last did what it's for. */
      lastGoodAt: z.date().nullable(),
    }),
  ),
  /** When the store was last copied; null: never, as far as it's known. */
  lastBackupAt: z.date().nullable(),
  /** How many readings wait for a person. */
  review: z.number().int(),
  deliveries: z.object({
    waiting: z.number().int(),
    held: z.number().int(),
    /** Given up within the last seven days. */
    dead: z.number().int(),
    /** Since when the one that waits longest should have gone; null: none waits. */
    oldestDueAt: z.date().nullable(),
  }),
  database: z.object({
    bytes: z.number(),
    server: z.string(),
    migrations: z.object({ applied: z.number().int(), missing: z.array(z.string()) }),
  }),
  disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }),
  version: z.string(),
  startedAt: z.date(),
});
export type Health = z.infer<typeof healthShape>;
