import { randomUUID } from "node:crypto";
import type { AlertKind, Channel, Frequency } from "@/domain/alerts/alert";
import type { Prisma } from "@/generated/prisma/client";
import type { Choices } from "@/shapes/alert-shapes";

const WITH_COUNCILS = { councils: { orderBy: { dfeCode: "asc" } } } as const;

export type StoredSubscription = Prisma.SubscriptionGetPayload<{ include: typeof WITH_COUNCILS }>;

type Rows = Pick<Prisma.TransactionClient, "subscription" | "subscriptionCouncil" | "$executeRaw">;

/** Somebody's subscriptions, the oldest first. */
export function subscriptionsOf(
  database: Pick<Rows, "subscription">,
  subscriberId: string,
  channel: Channel,
): Promise<StoredSubscription[]> {
  return database.subscription.findMany({
    where: { subscriberId, channel },
    include: WITH_COUNCILS,
    orderBy: [{ since: "asc" }, { id: "asc" }],
  });
}

export function choicesOf({ everyCouncil, councils, kinds, frequency }: StoredSubscription): Choices {
  return {
    everyCouncil,
    dfeCodes: councils.map(({ dfeCode }) => dfeCode),
    // Written by `storeChoices` alone.
    kinds: kinds as AlertKind[],
    frequency: frequency as Frequency,
  };
}

/**
 * Sets what somebody hears of by mail, in the caller's transaction, which holds their row locked: they have one such
 * subscription at most.
 */
export async function storeMailChoices(
  transaction: Rows,
  subscriberId: string,
  before: StoredSubscription | null,
  choices: Choices,
  now: Date,
): Promise<void> {
  if (before === null) {
    await addSubscription(transaction, subscriberId, choices, now);
    return;
  }
  const { dfeCodes, ...columns } = choices;
  const { id } = before;
  const [wasAtOnce, isAtOnce] = [before.frequency === "instant", choices.frequency === "instant"];
  if (isAtOnce && !wasAtOnce) await deferWaiting(transaction, id, now);
  await transaction.subscription.update({
    where: { id },
    data: {
      ...columns,
      // What was told at once isn't told again in the first digest.
      ...(wasAtOnce !== isAtOnce && { digestedThrough: now }),
      // Whoever opens our mail can get it.
      ...{ failuresInRow: 0, disabledAt: null, disabledBecause: null },
    },
  });
  await transaction.subscriptionCouncil.deleteMany({
    where: { subscriptionId: id, dfeCode: { notIn: dfeCodes } },
  });
  await transaction.subscriptionCouncil.createMany({
    data: dfeCodes.map((dfeCode) => ({ subscriptionId: id, dfeCode })),
    skipDuplicates: true,
  });
}

/** What was waiting for a digest that won't be made any more is told in one of its own. */
async function deferWaiting(transaction: Rows, id: string, now: Date): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "DeferredAlert" ("subscriptionId", "alertId", "deferredAt")
    SELECT s.id, a.id, ${now} FROM "Subscription" s
    JOIN "Alert" a ON a."releasedAt" > s."digestedThrough" AND a."correctsFlagId" IS NULL AND a."correctsHidingId" IS NULL
      AND a.kind = ANY (s.kinds) AND s.since <= a."occurredAt"
    WHERE s.id = ${id} AND (s."everyCouncil" OR a."dfeCode" IS NULL OR EXISTS (
      SELECT FROM "SubscriptionCouncil" c WHERE c."subscriptionId" = s.id AND c."dfeCode" = a."dfeCode"
    ))
    ON CONFLICT DO NOTHING`;
}

/** Adds a subscription that hears of what happens from now on. @returns its id */
export async function addSubscription(
  transaction: Rows,
  subscriberId: string,
  { dfeCodes, ...columns }: Choices,
  now: Date,
  webhook?: { readonly webhookUrl: string; readonly sealedSecret: string },
): Promise<string> {
  const id = randomUUID();
  await transaction.subscription.create({
    data: {
      ...{ id, subscriberId, channel: webhook === undefined ? "email" : "webhook", ...columns, ...webhook },
      ...{ since: now, digestedThrough: now },
      councils: { create: dfeCodes.map((dfeCode) => ({ dfeCode })) },
    },
  });
  return id;
}
