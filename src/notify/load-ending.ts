import type { NotifyContext } from "@/context";
import type { Choices } from "@/shapes/alert-shapes";
import { loadSubscriptionOfLink } from "./load-subscription-of-link";
import { choicesOf } from "./store-choices";

/** What `unsubscribe` would end with this token; null: nothing. Looking ends nothing. */
export async function loadEnding(
  { database, clock }: Pick<NotifyContext, "database" | "clock">,
  token: string,
): Promise<{ readonly email: string; readonly choices: Choices } | null> {
  const found = await loadSubscriptionOfLink(database, token, clock.now());
  return found && { email: found.subscriber.email, choices: choicesOf(found) };
}
