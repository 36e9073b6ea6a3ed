import type { Prisma, Subscriber } from "@/generated/prisma/client";
import { hashOfToken } from "./tokens";

/** So long after it was sent, a message's own link leads to its reader's choices. */
export const ACCESS_MS = 30 * 24 * 60 * 60_000;

/**
 * Whose choices a token opens: one that was asked for and hasn't expired, or that of a message sent within 30 days.
 *
 * @returns null for any other token
 */
export async function loadAccess(
  database: Pick<Prisma.TransactionClient, "accessToken" | "delivery">,
  token: string,
  now: Date,
): Promise<Subscriber | null> {
  const tokenHash = hashOfToken(token);
  const access = await database.accessToken.findUnique({
    where: { tokenHash },
    include: { subscriber: true },
  });
  if (access && access.expiresAt > now) return access.subscriber;
  const delivery = await database.delivery.findUnique({
    where: { tokenHash },
    include: { subscription: { include: { subscriber: true } } },
  });
  if (!delivery?.subscription) return null;
  // One that is being sent may be opened before we hear that it was accepted.
  const sent = delivery.sentAt ?? delivery.createdAt;
  return now.getTime() - sent.getTime() < ACCESS_MS ? delivery.subscription.subscriber : null;
}
