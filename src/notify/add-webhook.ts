import { randomBytes } from "node:crypto";
import type { Choices } from "@/shapes/alert-shapes";
import { countRequest } from "./limit-requests";
import { loadAccess } from "./load-access";
import { addSubscription, subscriptionsOf } from "./store-choices";
import { withSubscriber } from "./store-subscriber";
import type { WebhookContext, WebhookRefusal } from "./webhook-problem";

/** More addresses of one subscriber are one address too few at their own end. */
export const MOST_WEBHOOKS = 5;
const SECRET_BYTES = 32;

export type WebhookAdded = {
  readonly kind: "added";
  readonly id: string;
  /** Signs every message to it. Kept sealed, and told now or never. */
  readonly secret: string;
};

/**
 * Has what happens from now on told to an address of a subscriber's own, at once whatever frequency is given.
 *
 * The address is checked here so that a mistake shows at once, and again at every call.
 */
export async function addWebhook(
  context: WebhookContext,
  token: string,
  { url, choices }: { readonly url: string; readonly choices: Choices },
): Promise<WebhookAdded | WebhookRefusal> {
  const subscriber = await loadAccess(context.database, token, context.clock.now());
  if (subscriber === null) return { kind: "no-such-link" };
  const minutes = await countRequest(context, "calls-of-subscriber", subscriber.id);
  if (minutes !== null) return { kind: "wait", minutes };
  // Names are looked up on the way: not while rows are locked.
  const problem = await context.webhooks.problemWith(url);
  if (problem !== null) return { kind: "address", because: problem };

  const webhookUrl = new URL(url).href;
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
  return withSubscriber(context, token, async (transaction, { id: subscriberId }, now) => {
    const others = await subscriptionsOf(transaction, subscriberId, "webhook");
    if (others.some((other) => other.webhookUrl === webhookUrl)) {
      return { kind: "address", because: "You have registered this address already." } as const;
    }
    if (others.length >= MOST_WEBHOOKS) {
      return {
        kind: "address",
        because: `You have ${MOST_WEBHOOKS} webhooks, which is as many as there can be. Remove one first.`,
      } as const;
    }
    const sealed = { webhookUrl, sealedSecret: context.secrets.seal(secret) };
    const told = { ...choices, frequency: "instant" } as const;
    const id = await addSubscription(transaction, subscriberId, told, now, sealed);
    return { kind: "added", id, secret } as const;
  });
}
