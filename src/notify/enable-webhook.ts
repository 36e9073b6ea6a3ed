import { countRequest } from "./limit-requests";
import { loadWebhook } from "./load-webhook";
import type { WebhookContext, WebhookRefusal } from "./webhook-problem";

/** Calls an address again that was given up: what happens from now on, for what it missed is in the feeds. */
export async function enableWebhook(
  context: WebhookContext,
  token: string,
  webhookId: string,
): Promise<{ readonly kind: "enabled" } | WebhookRefusal> {
  const found = await loadWebhook(context, token, webhookId);
  if ("kind" in found) return found;
  const minutes = await countRequest(context, "calls-of-subscriber", found.subscriberId);
  if (minutes !== null) return { kind: "wait", minutes };
  const because = await context.webhooks.problemWith(found.webhookUrl ?? "");
  if (because !== null) return { kind: "address", because };
  const { count } = await context.database.subscription.updateMany({
    where: { id: found.id },
    data: { ...{ failuresInRow: 0, disabledAt: null, disabledBecause: null }, since: context.clock.now() },
  });
  return { kind: count === 1 ? "enabled" : "no-such-webhook" };
}
