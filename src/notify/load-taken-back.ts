import type { Prisma } from "@/generated/prisma/client";

/**
 * Which of these alerts tell of flags and may not be told any more: all of their flags have been withdrawn, or the
 * verdicts of their council are hidden.
 */
export async function loadTakenBack(
  transaction: Prisma.TransactionClient,
  alertIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (alertIds.length === 0) return new Set();
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM "Alert" a
    WHERE a.id = ANY (${[...new Set(alertIds)]}::text[])
      AND EXISTS (SELECT FROM "AlertItem" i WHERE i."alertId" = a.id AND i."flagId" IS NOT NULL)
      AND (
        NOT EXISTS (
          SELECT FROM "AlertItem" i JOIN "Flag" f ON f.id = i."flagId"
          WHERE i."alertId" = a.id AND f.state <> 'withdrawn'
        )
        OR EXISTS (
          SELECT FROM "VerdictHiding" h WHERE h."dfeCode" = a."dfeCode"
            AND NOT EXISTS (SELECT FROM "VerdictHidingEnd" e WHERE e."hidingId" = h.id)
        )
      )`;
  return new Set(rows.map(({ id }) => id));
}
