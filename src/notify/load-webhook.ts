import type { NotifyContext } from "@/context";
import type { Subscription } from "@/generated/prisma/client";
import { loadAccess } from "./load-access";

/** A webhook of whoever a token is of. */
export async function loadWebhook(
  { database, clock }: Pick<NotifyContext, "database" | "clock">,
  token: string,
  webhookId: string,
): Promise<Subscription | { readonly kind: "no-such-link" } | { readonly kind: "no-such-webhook" }> {
  const subscriber = await loadAccess(database, token, clock.now());
  if (subscriber === null) return { kind: "no-such-link" };
  const webhook = await database.subscription.findFirst({
    where: { id: webhookId, subscriberId: subscriber.id, channel: "webhook" },
  });
  return webhook ?? { kind: "no-such-webhook" };
}
