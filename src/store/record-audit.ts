import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "./figure-tables";

/** What somebody did in the admin room. */
export interface AuditRecord {
  /** The id of a user, or "command line" or "scheduler": never anybody's address. */
  readonly actor: string;
  /** Kind of thing and what was done to it: "user.invite", "threshold.set". */
  readonly verb: string;
  readonly subject: { readonly kind: string; readonly id: string | number };
  /** What it was and what it is, as far as it tells anything. Ids and values, never people's addresses. */
  readonly before?: Prisma.InputJsonValue | null;
  readonly after?: Prisma.InputJsonValue | null;
  readonly reason?: string | null;
  readonly at: Date;
}

/**
 * Writes down who did what, in the transaction in which it's done: there is never one without the other. The
 * database refuses to change or remove what was written.
 */
export async function recordAudit(transaction: Transaction, record: AuditRecord): Promise<void> {
  const { actor, verb, subject, before, after, reason, at } = record;
  await transaction.auditEntry.create({
    data: {
      actor,
      verb,
      subjectKind: subject.kind,
      subjectId: String(subject.id),
      before: before ?? Prisma.DbNull,
      after: after ?? Prisma.DbNull,
      reason: reason ?? null,
      at,
    },
  });
}
