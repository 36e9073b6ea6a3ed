import { randomUUID } from "node:crypto";
import { countRequest } from "./limit-requests";
import { loadWebhook } from "./load-webhook";
import type { WebhookContext, WebhookRefusal } from "./webhook-problem";

/** Has a signed message sent to a webhook that says it's a test; what came of it stands on the manage page. */
export async function testWebhook(
  context: Pick<WebhookContext, "database" | "clock" | "secrets">,
  token: string,
  webhookId: string,
): Promise<{ readonly kind: "sent" } | WebhookRefusal> {
  const found = await loadWebhook(context, token, webhookId);
  if ("kind" in found) return found;
  const minutes = await countRequest(context, "calls-of-subscriber", found.subscriberId);
  if (minutes !== null) return { kind: "wait", minutes };
  const now = context.clock.now();
  await context.database.delivery.create({
    data: {
      ...{ key: `test ${randomUUID()}`, purpose: "test", channel: "webhook", subscriptionId: found.id },
      ...{ alertIds: [], state: "queued", attempts: 0, createdAt: now, dueAt: now },
    },
  });
  return { kind: "sent" };
}
