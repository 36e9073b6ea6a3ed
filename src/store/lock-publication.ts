import type { Transaction } from "./figure-tables";

/**
 * Lets one transaction at a time change what counts of a publication, until it ends: a document being
 * stored and a person's decision never interleave.
 */
export async function lockPublication(transaction: Transaction, publicationId: string): Promise<void> {
  // Not FOR UPDATE: rows that merely point to the publication may still be written.
  await transaction.$queryRaw`SELECT "id" FROM "Publication" WHERE "id" = ${publicationId} FOR NO KEY UPDATE`;
}
