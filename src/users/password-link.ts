import { createHash, randomBytes } from "node:crypto";
import type { Transaction } from "@/store/figure-tables";

export type LinkPurpose = "invitation" | "reset";

/** For how long a link may be used, in hours. */
const VALID_HOURS: Readonly<Record<LinkPurpose, number>> = { invitation: 7 * 24, reset: 24 };

/** What is passed on to somebody, once: only its hash is kept. */
export interface NewPasswordLink {
  readonly token: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

/** Makes a one-time link for somebody. Those made before no longer work. */
export async function makePasswordLink(
  transaction: Transaction,
  { userId, purpose, now }: { readonly userId: string; readonly purpose: LinkPurpose; readonly now: Date },
): Promise<NewPasswordLink> {
  await endPasswordLinks(transaction, userId, now);
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + VALID_HOURS[purpose] * 3_600_000);
  await transaction.passwordLink.create({
    data: { userId, purpose, tokenHash: hashOfToken(token), createdAt: now, expiresAt },
  });
  return { token, purpose, expiresAt };
}

export async function endPasswordLinks(transaction: Transaction, userId: string, now: Date): Promise<void> {
  await transaction.passwordLink.updateMany({
    where: { userId, usedAt: null, endedAt: null },
    data: { endedAt: now },
  });
}

/** Tokens are long and random, so a plain hash keeps them: there is nothing to guess. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
