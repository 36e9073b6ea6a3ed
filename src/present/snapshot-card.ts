import type { Reading } from "./summaries";

/** @returns null when no such document was ever met */
export async function snapshotCard(
  { database }: Pick<Reading, "database">,
  sha256: string,
): Promise<{ readonly mediaType: string } | null> {
  return database.snapshot.findUnique({ where: { sha256 }, select: { mediaType: true } });
}
