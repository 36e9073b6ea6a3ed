import type { NotifyContext } from "@/context";
import { loadAccess } from "./load-access";
import { storeConfirmation } from "./store-confirmation";
import { hashOfToken, tokenFor } from "./tokens";

/** `no-such-link`: it was never one, it has expired, or what it opened has been deleted. */
export type LinkOutcome<Kind extends string> = { readonly kind: Kind } | { readonly kind: "no-such-link" };

/**
 * Begins to send what somebody asked for, now that they say so from their own mailbox. What they asked for before
 * goes on beside it; how often is as they said last.
 *
 * From then on the link of that mail leads to their choices. Saying so twice changes nothing more.
 */
export async function confirmSubscription(
  { database, clock, secrets }: Pick<NotifyContext, "database" | "clock" | "secrets">,
  token: string,
): Promise<LinkOutcome<"confirmed">> {
  const now = clock.now();
  return database.$transaction(async (transaction) => {
    const signUp = await transaction.signUp.findUnique({ where: { tokenHash: hashOfToken(token) } });
    if (signUp && signUp.expiresAt > now) {
      // Of two who say so at once, one deletes the row.
      const { count } = await transaction.signUp.deleteMany({ where: { id: signUp.id } });
      if (count === 1) {
        const endTokenHash = hashOfToken(tokenFor(secrets, "end", signUp.email));
        await storeConfirmation(transaction, signUp, endTokenHash, now);
        return { kind: "confirmed" };
      }
    }
    const before = await loadAccess(transaction, token, now);
    return { kind: before === null ? "no-such-link" : "confirmed" };
  });
}
