import { createHash } from "node:crypto";
import type { Secrets } from "@/context";

/**
 * What a token opens: a sign-up to be confirmed, somebody's choices, those of whoever got a message; or the end of all
 * mail to an address.
 */
export type TokenPurpose = "sign-up" | "access" | "delivery" | "end";

/**
 * The token that stands in a link. It's derived, so that a mail can be sent again with the same link although only
 * the token's hash is stored.
 *
 * @param id of the SignUp, of the request for access, or of the Delivery; for "end" the address in small letters
 */
export function tokenFor(secrets: Secrets, purpose: TokenPurpose, id: string | bigint): string {
  return secrets.tokenFor(purpose, String(id));
}

/** What is stored of a token: SHA-256, 64 hex digits. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

const BETWEEN = ".";

/**
 * The token of a link that stops mail: a message's own, and one of its address. The first ends what the message was
 * sent for; where that has ended already, the second ends what the same address gets now.
 */
export function endingTokenOf(own: string, ofAddress: string): string {
  return `${own}${BETWEEN}${ofAddress}`;
}

/** Links of messages that were sent earlier have no second part. */
export function partsOfEndingToken(token: string): {
  readonly own: string;
  readonly ofAddress: string | null;
} {
  const [own = "", ofAddress] = token.split(BETWEEN);
  return { own, ofAddress: ofAddress ?? null };
}
