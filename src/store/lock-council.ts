import type { Transaction } from "./figure-tables";

/**
 * Lets one transaction at a time change what is made of a council, until it ends: an assessment being stored and a
 * person's decision about its flags never interleave.
 */
export async function lockCouncil(transaction: Transaction, dfeCode: string): Promise<void> {
  // Not FOR UPDATE: rows that merely point to the council may still be written.
  await transaction.$queryRaw`SELECT "dfeCode" FROM "Authority" WHERE "dfeCode" = ${dfeCode} FOR NO KEY UPDATE`;
}
