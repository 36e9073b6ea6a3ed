import { z } from "zod";

/** One line of the record of what people did, as the admin room shows it. */
export const auditLineShape = z.object({
  id: z.number().int(),
  at: z.date(),
  /** An id, "command line" or "scheduler". */
  actor: z.string(),
  /** The address of whoever has that id now; null: they aren't a user, or have been erased. */
  actorEmail: z.string().nullable(),
  verb: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** For users, as for the actor. */
  subjectEmail: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().nullable(),
});
export type AuditLine = z.infer<typeof auditLineShape>;

export const auditPageShape = z.object({
  lines: z.array(auditLineShape),
  /** Give it as `before` for the next, older ones; null: these are the oldest. */
  older: z.number().int().nullable(),
  /** How many there are in all. */
  found: z.number().int(),
  /** Whose deeds and which verbs there are to choose from. */
  actors: z.array(z.object({ id: z.string(), email: z.string().nullable() })),
  verbs: z.array(z.string()),
});
export type AuditPage = z.infer<typeof auditPageShape>;

export const auditQueryShape = z.object({
  actor: z.string().max(100).optional(),
  verb: z.string().max(100).optional(),
  /** A kind ("user"), an id, or both ("user 12"). */
  subject: z.string().max(200).optional(),
  /** A day in London, 2026-11-29. */
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** The id of a line: those written before it. */
  before: z.number().int().positive().max(2_147_483_647).optional(),
});
export type AuditQuery = z.infer<typeof auditQueryShape>;
