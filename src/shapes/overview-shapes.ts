import { z } from "zod";

/** What waits for a decision of a person, and what ran lately: the first thing the people who run the site see. */
export const overviewShape = z.object({
  review: z.object({
    held: z.number().int(),
    notUnderstood: z.number().int(),
    doubtful: z.number().int(),
    unconfirmed: z.number().int(),
    /** Since when the first of them waits. */
    oldestAt: z.date().nullable(),
  }),
  /** Batches of alerts that wait for somebody to release them. */
  heldBatches: z.number().int(),
  /** Reports from outside that nobody has answered, and since when the first of them waits. */
  reports: z.object({ count: z.number().int(), oldestAt: z.date().nullable() }),
  runs: z.array(
    z.object({
      id: z.string(),
      job: z.string(),
      trigger: z.string(),
      status: z.string(),
      startedAt: z.date(),
      finishedAt: z.date().nullable(),
      sources: z.number().int(),
      sourcesFailed: z.number().int(),
      figures: z.number().int(),
    }),
  ),
});
export type Overview = z.infer<typeof overviewShape>;
