import type { Prisma } from "@/generated/prisma/client";

type Transaction = Prisma.TransactionClient;

/** So many messages a day reach somebody at once; what is beyond waits for the next digest. */
export const MOST_A_DAY = 12;

/**
 * Queues a message for everybody who wants to hear of a batch's alerts at once: one for each council, with all of the
 * batch's alerts about it that they asked for. Whoever asked after it happened isn't told. All in the database,
 * however many subscribers there are.
 *
 * @returns how many messages were queued
 */
export async function storeMatches(transaction: Transaction, batchId: number, now: Date): Promise<number> {
  const matches = transaction.$queryRaw<{ queued: bigint }[]>`
    WITH wanted AS (
      SELECT s.id, s.channel, a."dfeCode", array_agg(a.id ORDER BY a.id) AS alerts
      FROM "Alert" a
      JOIN LATERAL (
        SELECT anybody.* FROM "Subscription" anybody WHERE anybody."everyCouncil"
        UNION ALL
        SELECT follower.* FROM "SubscriptionCouncil" c
          JOIN "Subscription" follower ON follower.id = c."subscriptionId" AND NOT follower."everyCouncil"
          WHERE c."dfeCode" = a."dfeCode"
        UNION ALL
        -- What concerns no single council is for everybody who ticked its kind.
        SELECT ticker.* FROM "Subscription" ticker WHERE a."dfeCode" IS NULL AND NOT ticker."everyCouncil"
      ) s ON a.kind = ANY (s.kinds) AND s."disabledAt" IS NULL AND s.since <= a."occurredAt"
      WHERE a."batchId" = ${batchId} AND a."correctsFlagId" IS NULL AND a."correctsHidingId" IS NULL AND s.frequency = 'instant'
      GROUP BY s.id, s.channel, a."dfeCode"
    ), counted AS (
      SELECT wanted.*,
        row_number() OVER (PARTITION BY wanted.id ORDER BY "dfeCode" NULLS FIRST)
          + coalesce(before.messages, 0) AS nth
      FROM wanted LEFT JOIN (
        SELECT "subscriptionId", count(*) AS messages FROM "Delivery"
        WHERE "createdAt" > ${new Date(now.getTime() - 86_400_000)} AND purpose = 'alert'
          AND "subscriptionId" IN (SELECT id FROM wanted)
        GROUP BY 1
      ) before ON before."subscriptionId" = wanted.id
    ), deferred AS (
      INSERT INTO "DeferredAlert" ("subscriptionId", "alertId", "deferredAt")
      SELECT id, unnest(alerts), ${now} FROM counted WHERE channel = 'email' AND nth > ${MOST_A_DAY}
      ON CONFLICT DO NOTHING
    ), queued AS (
      INSERT INTO "Delivery"
        (key, purpose, channel, "subscriptionId", "alertIds", "batchId", state, "createdAt", "dueAt")
      SELECT concat('notice ', ${batchId}::int, ' ', "dfeCode", ' ', id), 'alert', channel, id, alerts,
        ${batchId}::int, 'queued', ${now}, ${now}
      FROM counted WHERE channel <> 'email' OR nth <= ${MOST_A_DAY}
      ON CONFLICT (key) DO NOTHING
      RETURNING 1
    )
    SELECT count(*) AS queued FROM queued`;
  return Number((await matches)[0]?.queued ?? 0);
}

/**
 * Queues corrections for those who were told, whatever they asked to hear of: of the flag; of any flag of a council
 * whose verdicts were hidden, but for those that had been withdrawn; and that they are shown again for those who were
 * told that they are hidden. What waits to be sent hasn't been told, and won't be (`load-taken-back.ts`).
 *
 * @returns how many messages were queued
 */
export async function storeCorrectionMatches(
  transaction: Transaction,
  batchId: number,
  now: Date,
): Promise<number> {
  return transaction.$executeRaw`
    WITH told AS (
      SELECT a.id AS correction, i."alertId" FROM "Alert" a
      JOIN "AlertItem" i ON i."flagId" = a."correctsFlagId" AND i."alertId" <> a.id
      WHERE a."batchId" = ${batchId}
      UNION
      SELECT a.id, i."alertId" FROM "Alert" a
      JOIN "AlertItem" own ON own."alertId" = a.id AND own."hidingId" = a."correctsHidingId"
      JOIN "Flag" f ON f."dfeCode" = a."dfeCode" AND f.state <> 'withdrawn'
      JOIN "AlertItem" i ON i."flagId" = f.id
      WHERE a."batchId" = ${batchId}
      UNION
      SELECT a.id, i."alertId" FROM "Alert" a
      JOIN "AlertItem" own ON own."alertId" = a.id AND own."hidingEndId" IS NOT NULL
      JOIN "AlertItem" i ON i."hidingId" = a."correctsHidingId"
      WHERE a."batchId" = ${batchId}
    )
    INSERT INTO "Delivery"
      (key, purpose, channel, "subscriptionId", "alertIds", "batchId", state, "createdAt", "dueAt")
    SELECT concat('correction ', a.id, ' ', s.id), 'correction', s.channel, s.id, ARRAY[a.id],
      ${batchId}::int, 'queued', ${now}, ${now}
    FROM "Alert" a
    JOIN "Subscription" s ON s."disabledAt" IS NULL AND s.id IN (
      SELECT d."subscriptionId" FROM "Delivery" d
      WHERE (
        d.state IN ('sent', 'sending')
        -- Its sender died: it may have been accepted.
        OR (d.state = 'queued' AND d.deaths > 0)
      ) AND d."alertIds" && ARRAY(SELECT told."alertId" FROM told WHERE told.correction = a.id)
    )
    WHERE a."batchId" = ${batchId}
    ON CONFLICT (key) DO NOTHING`;
}

/** How many people and webhooks hear of any of a batch's alerts, at once or in their next digest. */
export async function countRecipients(transaction: Transaction, batchId: number): Promise<number> {
  const rows = await transaction.$queryRaw<{ recipients: bigint }[]>`
    SELECT count(*) AS recipients FROM "Subscription" s
    WHERE s."disabledAt" IS NULL AND EXISTS (
      SELECT FROM "Alert" a
      WHERE a."batchId" = ${batchId} AND a.kind = ANY (s.kinds) AND s.since <= a."occurredAt" AND (
        s."everyCouncil" OR a."dfeCode" IS NULL OR EXISTS (
          SELECT FROM "SubscriptionCouncil" c
          WHERE c."subscriptionId" = s.id AND c."dfeCode" = a."dfeCode"
        )
      )
    )`;
  return Number(rows[0]?.recipients ?? 0);
}
