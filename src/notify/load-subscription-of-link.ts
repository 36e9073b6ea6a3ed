import type { Prisma, Subscriber } from "@/generated/prisma/client";
import { loadAccess } from "./load-access";
import { type StoredSubscription, subscriptionsOf } from "./store-choices";
import { hashOfToken, partsOfEndingToken } from "./tokens";

/**
 * The mail subscription that a link can end: the one whose message it came with, however long ago; else that of
 * whoever's choices it opens; else, for the link of a message, the one that its address has by now.
 */
export async function loadSubscriptionOfLink(
  database: Pick<Prisma.TransactionClient, "accessToken" | "delivery" | "subscription" | "subscriber">,
  token: string,
  now: Date,
): Promise<(StoredSubscription & { readonly subscriber: Subscriber }) | null> {
  const { own, ofAddress } = partsOfEndingToken(token);
  const delivery = await database.delivery.findUnique({
    where: { tokenHash: hashOfToken(own) },
    include: { subscription: { include: { subscriber: true, councils: { orderBy: { dfeCode: "asc" } } } } },
  });
  if (delivery?.subscription?.channel === "email") {
    // Prisma asks for related rows one after another: whoever ends it meanwhile leaves none.
    const owner: Subscriber | null = delivery.subscription.subscriber;
    return owner === null ? null : { ...delivery.subscription, subscriber: owner };
  }
  const subscriber =
    (await loadAccess(database, own, now)) ??
    (ofAddress &&
      (await database.subscriber.findUnique({ where: { endTokenHash: hashOfToken(ofAddress) } })));
  if (!subscriber) return null;
  const [subscription] = await subscriptionsOf(database, subscriber.id, "email");
  return subscription === undefined ? null : { ...subscription, subscriber };
}
