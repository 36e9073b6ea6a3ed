import type { LinkOutcome } from "./confirm-subscription";
import { endSubscriptions, withSubscriber } from "./store-subscriber";
import type { WebhookContext } from "./webhook-problem";

/** Calls an address no more, and forgets it. One that is gone already is no fault. */
export async function removeWebhook(
  context: Pick<WebhookContext, "database" | "clock">,
  token: string,
  webhookId: string,
): Promise<LinkOutcome<"removed">> {
  return withSubscriber(context, token, async (transaction, subscriber) => {
    const where = { id: webhookId, subscriberId: subscriber.id, channel: "webhook" };
    const found = await transaction.subscription.findFirst({ where, select: { id: true } });
    if (found) await endSubscriptions(transaction, subscriber, [found.id]);
    return { kind: "removed" } as const;
  });
}
