import type { Prisma } from "@/generated/prisma/client";

type Transaction = Prisma.TransactionClient;

/**
 * Queues a digest for everybody whose day or week has brought something: what was released since their last one, up
 * to the moment at which it was due. Quiet where there is nothing.
 *
 * @param day names the digest: there is one of a day and a frequency for each subscription
 * @returns how many were queued
 */
export async function storeDigests(
  transaction: Transaction,
  frequency: "daily" | "weekly",
  { day, at }: { readonly day: string; readonly at: Date },
  now: Date,
): Promise<number> {
  const queued = await transaction.$executeRaw`
    INSERT INTO "Delivery"
      (key, purpose, channel, "subscriptionId", "alertIds", state, "createdAt", "dueAt")
    SELECT concat('digest ', ${frequency}::text, ' ', ${day}::text, ' ', s.id), 'digest', s.channel, s.id,
      array_agg(a.id ORDER BY a.id), 'queued', ${now}, ${now}
    FROM "Subscription" s
    JOIN "Alert" a ON a."releasedAt" > s."digestedThrough" AND a."releasedAt" <= ${at}
      AND a."correctsFlagId" IS NULL AND a."correctsHidingId" IS NULL AND a.kind = ANY (s.kinds) AND s.since <= a."occurredAt"
    JOIN "AlertBatch" b ON b.id = a."batchId" AND (
      -- One that was held after it had gone out, and released again, has been told to some.
      b."decidedAt" IS NULL OR NOT EXISTS (
        SELECT FROM "Delivery" d WHERE d."subscriptionId" = s.id AND a.id = ANY (d."alertIds")
      )
    )
    WHERE s.frequency = ${frequency} AND s."disabledAt" IS NULL AND s."digestedThrough" < ${at}
      AND (s."everyCouncil" OR a."dfeCode" IS NULL OR EXISTS (
        SELECT FROM "SubscriptionCouncil" c WHERE c."subscriptionId" = s.id AND c."dfeCode" = a."dfeCode"
      ))
    GROUP BY s.id, s.channel
    ON CONFLICT (key) DO NOTHING`;
  await transaction.subscription.updateMany({
    where: { frequency, digestedThrough: { lt: at } },
    data: { digestedThrough: at },
  });
  return queued;
}

/** The same for what was too much to be told at once. @returns how many were queued */
export async function storeDeferredDigests(
  transaction: Transaction,
  { day, at }: { readonly day: string; readonly at: Date },
  now: Date,
): Promise<number> {
  return transaction.$executeRaw`
    WITH due AS (
      SELECT d."subscriptionId" AS id, s.channel, array_agg(a.id ORDER BY a.id) AS alerts
      FROM "DeferredAlert" d
      JOIN "Subscription" s ON s.id = d."subscriptionId" AND s."disabledAt" IS NULL
      JOIN "Alert" a ON a.id = d."alertId" AND a."releasedAt" IS NOT NULL
      WHERE d."deferredAt" <= ${at}
      GROUP BY 1, 2
    ), queued AS (
      INSERT INTO "Delivery"
        (key, purpose, channel, "subscriptionId", "alertIds", state, "createdAt", "dueAt")
      SELECT concat('digest deferred ', ${day}::text, ' ', id), 'digest', channel, id, alerts, 'queued', ${now}, ${now}
      FROM due
      ON CONFLICT (key) DO NOTHING
      RETURNING "subscriptionId", "alertIds"
    )
    DELETE FROM "DeferredAlert" d USING queued
    WHERE d."subscriptionId" = queued."subscriptionId" AND d."alertId" = ANY (queued."alertIds")`;
}
