import { randomUUID } from "node:crypto";
import type { NotifyContext } from "@/context";
import { countRequest } from "./limit-requests";
import type { MailRequestOutcome } from "./request-subscription";
import { storeAccess } from "./store-access";

/**
 * Has a link to somebody's choices sent to them, if they are known; the answer is the same if they aren't.
 *
 * @param request `email` in small letters; `from` as in `requestSubscription`
 */
export async function requestManageLink(
  context: Pick<NotifyContext, "database" | "clock" | "secrets">,
  { email, from }: { readonly email: string; readonly from: string | null },
): Promise<MailRequestOutcome> {
  const minutes =
    (from === null ? null : await countRequest(context, "mails-from-network", from)) ??
    (await countRequest(context, "links-to-address", email));
  if (minutes !== null) return { kind: "wait", minutes };
  await storeAccess(context, { id: randomUUID(), email });
  return { kind: "asked" };
}
