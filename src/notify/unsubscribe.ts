import type { NotifyContext } from "@/context";
import type { LinkOutcome } from "./confirm-subscription";
import { loadSubscriptionOfLink } from "./load-subscription-of-link";
import { endSubscriptions, lockSubscriber } from "./store-subscriber";

/**
 * Ends the mail that a link came with, however old the link is. Doing so again finds nothing to end and is no fault.
 */
export async function unsubscribe(
  { database, clock }: Pick<NotifyContext, "database" | "clock">,
  token: string,
): Promise<LinkOutcome<"ended">> {
  const now = clock.now();
  return database.$transaction(async (transaction) => {
    const found = await loadSubscriptionOfLink(transaction, token, now);
    if (found === null || !(await lockSubscriber(transaction, found.subscriber)))
      return { kind: "no-such-link" };
    await endSubscriptions(transaction, found.subscriber, [found.id]);
    return { kind: "ended" };
  });
}
