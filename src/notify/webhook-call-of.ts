import { createHmac } from "node:crypto";
import type { NotifyContext } from "@/context";
import type { ClaimedDelivery } from "./claimed-delivery";
import type { StoredMessage } from "./store-messages";

export interface WebhookCall {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A call as it's made: the body is the same at every attempt, the signature is of now.
 *
 * `Safety-Valve-Signature: t=<seconds since 1970>,v1=<hex HMAC-SHA256 of "<t>.<body>" under the webhook's secret>`
 *
 * @throws when the secret was sealed by another installation
 */
export function webhookCallOf(
  delivery: ClaimedDelivery & { readonly to: { readonly by: "webhook" } },
  message: StoredMessage,
  { secrets, clock }: Pick<NotifyContext, "secrets" | "clock">,
): WebhookCall {
  const { reference: id, createdAt, to } = delivery;
  const payload = message.payload as object;
  const body = JSON.stringify({ id, sentAt: createdAt.toISOString(), ...payload });
  const seconds = Math.floor(clock.now().getTime() / 1000);
  return {
    url: to.url,
    body,
    headers: {
      "Idempotency-Key": id,
      "Safety-Valve-Signature": `t=${seconds},v1=${signature(secrets.open(to.sealedSecret), seconds, body)}`,
    },
  };
}

/** @param secret as its owner was shown it, with its beginning */
export function signature(secret: string, seconds: number, body: string): string {
  return createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
}
