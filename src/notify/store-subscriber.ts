import type { NotifyContext } from "@/context";
import type { Prisma, Subscriber } from "@/generated/prisma/client";
import { loadAccess } from "./load-access";

/**
 * Does something for whoever a token is of, in a transaction in which nobody else changes anything of theirs.
 *
 * @returns what `work` makes of it; `no-such-link` for a token that opens nothing
 */
export async function withSubscriber<Outcome>(
  { database, clock }: Pick<NotifyContext, "database" | "clock">,
  token: string,
  work: (transaction: Prisma.TransactionClient, subscriber: Subscriber, now: Date) => Promise<Outcome>,
): Promise<Outcome | { readonly kind: "no-such-link" }> {
  const now = clock.now();
  return database.$transaction(async (transaction) => {
    const subscriber = await loadAccess(transaction, token, now);
    if (subscriber === null || !(await lockSubscriber(transaction, subscriber)))
      return { kind: "no-such-link" };
    return work(transaction, subscriber, now);
  });
}

/** Until the transaction ends nobody else changes anything of theirs. False: somebody has just deleted them. */
export async function lockSubscriber(
  transaction: Prisma.TransactionClient,
  { id }: Pick<Subscriber, "id">,
): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`SELECT FROM "Subscriber" WHERE "id" = ${id} FOR UPDATE`;
  return rows.length === 1;
}

/** Mails to an address itself; all others go to a subscription and are deleted with it. */
const TO_AN_ADDRESS = { purpose: { in: ["confirm", "manage"] } };

/**
 * Deletes subscriptions, and their owner where that leaves them none: then there is nothing to keep an address for.
 * What somebody has just asked for and not confirmed stays until it expires.
 */
export async function endSubscriptions(
  transaction: Prisma.TransactionClient,
  { id: subscriberId, email }: Pick<Subscriber, "id" | "email">,
  ids: readonly string[],
): Promise<void> {
  // What waits for a digest is no row of the subscription's own.
  await transaction.deferredAlert.deleteMany({ where: { subscriptionId: { in: [...ids] } } });
  await transaction.subscription.deleteMany({ where: { id: { in: [...ids] } } });
  if ((await transaction.subscription.count({ where: { subscriberId } })) > 0) return;
  await transaction.subscriber.delete({ where: { id: subscriberId } });
  await transaction.delivery.deleteMany({
    where: { address: email, ...TO_AN_ADDRESS, state: { notIn: ["queued", "sending"] } },
  });
}

/** Deletes all that has to do with somebody's address. */
export async function eraseSubscriber(
  transaction: Prisma.TransactionClient,
  { id, email }: Pick<Subscriber, "id" | "email">,
): Promise<void> {
  const subscriptions = await transaction.subscription.findMany({
    where: { subscriberId: id },
    select: { id: true },
  });
  await endSubscriptions(
    transaction,
    { id, email },
    subscriptions.map((subscription) => subscription.id),
  );
  await transaction.signUp.deleteMany({ where: { email } });
  await transaction.delivery.deleteMany({ where: { address: email, ...TO_AN_ADDRESS } });
}
