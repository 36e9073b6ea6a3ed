import type { Figure } from "@/domain/dsg/draft-figures";
import type { Prisma } from "@/generated/prisma/client";

/** Councils are known from the reference list on; the slug stays with the council from then on. */
export async function ensureAuthorities(
  transaction: Prisma.TransactionClient,
  figures: readonly Figure[],
  now: Date,
): Promise<void> {
  const councils = new Map<string, { dfeCode: string; slug: string; firstSeenAt: Date }>();
  for (const figure of figures) {
    if (figure.type !== "authority") continue;
    const { dfeCode, slug } = figure.authority;
    councils.set(dfeCode, { dfeCode, slug, firstSeenAt: now });
  }
  if (councils.size > 0) {
    await transaction.authority.createMany({ data: [...councils.values()], skipDuplicates: true });
  }
}
