import type { EndedBecause, Transaction } from "./figure-tables";

/** The same bytes read otherwise by a newer reader are no news of the publisher. */
export async function reasonForEnding(
  transaction: Transaction,
  currentReadingId: number | null,
  sha256: string,
): Promise<EndedBecause> {
  if (currentReadingId === null) return "revised";
  const current = await transaction.reading.findUniqueOrThrow({ where: { id: currentReadingId } });
  return current.snapshotSha256 === sha256 ? "reading-changed" : "revised";
}
