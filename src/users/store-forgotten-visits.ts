import type { Context } from "@/context";

const COUNTED_DAYS = 30;

/**
 * Deletes the sessions that have ended, with the network addresses they came from, and counts of tries that nobody
 * counts any more.
 *
 * @returns how many rows went
 */
export async function forgetVisits({
  database,
  clock,
}: Pick<Context, "database" | "clock">): Promise<number> {
  const now = clock.now();
  const counted = BigInt(now.getTime() - COUNTED_DAYS * 86_400_000);
  const [sessions, tries] = await database.$transaction([
    database.session.deleteMany({ where: { expiresAt: { lt: now } } }),
    database.rateLimit.deleteMany({ where: { lastRequest: { lt: counted } } }),
  ]);
  return sessions.count + tries.count;
}
