import type { NotifyContext } from "@/context";
import type { LinkOutcome } from "./confirm-subscription";
import { forgetRequests } from "./limit-requests";
import { eraseSubscriber, withSubscriber } from "./store-subscriber";

/**
 * Deletes a subscriber: the address, the choices, webhooks, links, and every mail that was or is to be sent to them.
 * That an address is on the list of those that get nothing stays, as a digest, so that it goes on getting nothing.
 */
export async function deleteEverything(
  context: Pick<NotifyContext, "database" | "clock" | "secrets">,
  token: string,
): Promise<LinkOutcome<"deleted">> {
  const outcome = await withSubscriber(context, token, async (transaction, { id, email }) => {
    await eraseSubscriber(transaction, { id, email });
    return { kind: "deleted", id, email } as const;
  });
  if (outcome.kind === "no-such-link") return outcome;
  await forgetRequests(context, "sign-ups-of-address", outcome.email);
  await forgetRequests(context, "links-to-address", outcome.email);
  await forgetRequests(context, "calls-of-subscriber", outcome.id);
  return { kind: "deleted" };
}
