import { createHash } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";

/** Whether an address, in small letters, is on the list of those that get nothing. */
export async function isSuppressed(
  transaction: Pick<Prisma.TransactionClient, "suppression">,
  email: string,
): Promise<boolean> {
  const emailDigest = createHash("sha256").update(email).digest("hex");
  return (await transaction.suppression.count({ where: { emailDigest } })) > 0;
}
