import { createHash } from "node:crypto";

/** The SHA-256 of a document in lower-case hexadecimal: its name among snapshots. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
