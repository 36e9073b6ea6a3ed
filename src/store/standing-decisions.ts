import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "./figure-tables";

const WITH_FINDINGS = {
  reading: { select: { findings: { select: { kind: true, message: true } } } },
} as const satisfies Prisma.ReviewDecisionInclude;
export type StandingDecision = Prisma.ReviewDecisionGetPayload<{ include: typeof WITH_FINDINGS }>;

/** The decisions about a document's bytes that nobody has taken back, oldest first. */
export async function standingDecisions(
  transaction: Transaction,
  document: { readonly publicationId: string; readonly snapshotSha256: string },
): Promise<StandingDecision[]> {
  const { publicationId, snapshotSha256 } = document;
  return transaction.reviewDecision.findMany({
    where: { publicationId, snapshotSha256, verb: { not: "undo" }, undoneBy: null },
    include: WITH_FINDINGS,
    orderBy: { id: "asc" },
  });
}

/** What people have decided about figures, read once more from the same bytes. */
export interface Decided {
  readonly approved: boolean;
  readonly rejected: boolean;
  readonly confirmed: boolean;
  /** Whether what a finding says was before the person who decided. */
  settles(finding: { readonly kind: string; readonly message: string }): boolean;
}

/**
 * A decision is about what the figures of a document say. It holds for the same bytes read again as long
 * as they say the same; figures read otherwise are decided about anew.
 *
 * @param digests of the figures as they are read now
 */
export function decided(decisions: readonly StandingDecision[], digests: readonly string[]): Decided {
  const about = decisions.filter(({ figuresDigest }) => digests.includes(figuresDigest));
  const rejected = about.at(-1)?.verb === "reject";
  const seen = new Set(
    about.flatMap(({ reading }) => reading.findings.map(({ kind, message }) => `${kind} ${message}`)),
  );
  return {
    rejected,
    approved: !rejected && about.some(({ verb }) => verb === "approve"),
    confirmed: !rejected && about.some(({ verb }) => verb === "confirm"),
    settles: ({ kind, message }) => seen.has(`${kind} ${message}`),
  };
}
