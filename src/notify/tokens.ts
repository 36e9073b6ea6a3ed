import { createHash } from "node:crypto";
import type { Secrets } from "@/context";

/** What a token opens: a sign-up to be confirmed, somebody's choices, or those of whoever got a message. */
export type TokenPurpose = "sign-up" | "access" | "delivery";

/**
 * The token that stands in a link. It's derived, so that a mail can be sent again with the same link although only
 * the token's hash is stored.
 *
 * @param id of the SignUp, of the request for access, or of the Delivery
 */
export function tokenFor(secrets: Secrets, purpose: TokenPurpose, id: string | bigint): string {
  return secrets.tokenFor(purpose, String(id));
}

/** What is stored of a token: SHA-256, 64 hex digits. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
