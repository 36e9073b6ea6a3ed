import { randomUUID } from "node:crypto";
import type { AlertKind, Frequency } from "@/domain/alerts/alert";
import type { Prisma, SignUp } from "@/generated/prisma/client";
import { ACCESS_MS } from "./load-access";
import { choicesOf, storeMailChoices, subscriptionsOf } from "./store-choices";
import { uniteChoices } from "./unite-choices";

/** Makes a subscriber of somebody who signed up, in the caller's transaction, or adds to what they hear of already. */
export async function storeConfirmation(
  transaction: Prisma.TransactionClient,
  { id: signUpId, email, everyCouncil, dfeCodes, kinds, frequency, tokenHash, requestedAt }: SignUp,
  endTokenHash: string,
  now: Date,
): Promise<void> {
  const { id: subscriberId } = await transaction.subscriber.upsert({
    where: { email },
    create: { id: randomUUID(), email, confirmedAt: now, endTokenHash },
    // Locks the row, too: two sign-ups confirmed at once are united one after the other.
    update: { endTokenHash },
  });
  const [before] = await subscriptionsOf(transaction, subscriberId, "email");
  // Written from such choices by `storeSignUp` alone.
  const asked = { everyCouncil, dfeCodes, kinds: kinds as AlertKind[], frequency: frequency as Frequency };
  const choices = before === undefined ? asked : uniteChoices(choicesOf(before), asked);
  await storeMailChoices(transaction, subscriberId, before ?? null, choices, now);
  // The mail has come, or nobody could say so: there is nothing left to keep the address on it for.
  await transaction.delivery.deleteMany({ where: { key: `confirm ${signUpId}` } });
  await transaction.accessToken.create({
    data: { tokenHash, subscriberId, expiresAt: new Date(requestedAt.getTime() + ACCESS_MS) },
  });
}
