import { randomUUID } from "node:crypto";
import type { AlertKind, Channel, Frequency } from "@/domain/alerts/alert";
import type { Prisma } from "@/generated/prisma/client";
import type { Choices } from "@/shapes/alert-shapes";

const WITH_COUNCILS = { councils: { orderBy: { dfeCode: "asc" } } } as const;

export type StoredSubscription = Prisma.SubscriptionGetPayload<{ include: typeof WITH_COUNCILS }>;

type Rows = Pick<Prisma.TransactionClient, "subscription" | "subscriptionCouncil">;

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
  await transaction.subscription.update({
    where: { id },
    data: {
      ...columns,
      // What was told at once isn't told again in the first digest.
      ...(before.frequency === "instant" && choices.frequency !== "instant" && { digestedThrough: now }),
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
