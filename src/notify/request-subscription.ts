import { randomUUID } from "node:crypto";
import type { NotifyContext } from "@/context";
import type { Choices } from "@/shapes/alert-shapes";
import { countRequest } from "./limit-requests";
import { storeSignUp } from "./store-sign-up";

export interface SubscriptionRequest {
  /** In small letters. */
  readonly email: string;
  readonly choices: Choices;
  /** Of the councils chosen, as people know them. */
  readonly names: readonly string[];
  /** The network address it was asked from, or the part of it that is one asker's; null where none is known. */
  readonly from: string | null;
}

export type MailRequestOutcome =
  /** Whether a mail goes out isn't said: who is known here is nobody else's business. */
  | { readonly kind: "asked" }
  /** Too often, for this address or from this network. */
  | { readonly kind: "wait"; readonly minutes: number };

/**
 * Takes down what somebody wants to hear of, and has a mail sent that asks whether it was them. Nothing else is sent
 * to the address until that is confirmed, and what isn't confirmed is deleted after seven days.
 */
export async function requestSubscription(
  context: Pick<NotifyContext, "database" | "clock" | "secrets">,
  { email, choices, names, from }: SubscriptionRequest,
): Promise<MailRequestOutcome> {
  const minutes =
    (from === null ? null : await countRequest(context, "mails-from-network", from)) ??
    (await countRequest(context, "sign-ups-of-address", email));
  if (minutes !== null) return { kind: "wait", minutes };
  await storeSignUp(context, { id: randomUUID(), email, choices, names });
  return { kind: "asked" };
}
