import type { Context } from "@/context";
import type { Publication } from "@/sources/publication";

export interface OverdueFinding {
  readonly origin: string;
  readonly message: string;
  readonly expected: string;
  readonly met: string | null;
}

/**
 * Leaves open at most this finding that an edition of the publication is overdue. A finding that says the
 * same stays as it was raised; another one is resolved, not deleted.
 */
export async function storeOverdue(
  { database, clock }: Pick<Context, "database" | "clock">,
  { id: publicationId, landingPage }: Publication,
  runId: string,
  overdue: OverdueFinding | null,
): Promise<void> {
  const now = clock.now();
  const open = { publicationId, kind: "edition-overdue", resolvedAt: null };
  await database.$transaction(async (transaction) => {
    const standing = await transaction.finding.findMany({ where: open });
    const same = standing.find(({ message }) => message === overdue?.message);
    await transaction.finding.updateMany({
      where: { ...open, ...(same ? { id: { not: same.id } } : {}) },
      data: { resolvedAt: now },
    });
    if (!overdue || same) return;
    await transaction.finding.create({
      data: {
        ...overdue,
        publicationId,
        url: landingPage,
        kind: "edition-overdue",
        severity: "note",
        raisedAt: now,
        runId,
      },
    });
  });
}
