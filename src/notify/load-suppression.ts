import { createHash } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";

/** By what an address, in small letters, stands on the list: SHA-256, 64 hex digits. */
export function digestOfAddress(email: string): string {
  return createHash("sha256").update(email).digest("hex");
}

/** Whether an address, in small letters, is on the list of those that get nothing. */
export async function isSuppressed(
  transaction: Pick<Prisma.TransactionClient, "suppression">,
  email: string,
): Promise<boolean> {
  return (await transaction.suppression.count({ where: { emailDigest: digestOfAddress(email) } })) > 0;
}
