import type { NotifyContext } from "@/context";
import type { Choices } from "@/shapes/alert-shapes";
import type { LinkOutcome } from "./confirm-subscription";
import { storeMailChoices, subscriptionsOf } from "./store-choices";
import { withSubscriber } from "./store-subscriber";

/** From now on somebody hears of this by mail and of nothing else. Begins anew for one who had unsubscribed. */
export async function changeChoices(
  context: Pick<NotifyContext, "database" | "clock">,
  token: string,
  choices: Choices,
): Promise<LinkOutcome<"changed">> {
  return withSubscriber(context, token, async (transaction, { id }, now) => {
    const [before] = await subscriptionsOf(transaction, id, "email");
    await storeMailChoices(transaction, id, before ?? null, choices, now);
    return { kind: "changed" } as const;
  });
}
