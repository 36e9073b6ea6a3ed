import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/generated/prisma/client";

export interface AttemptRule {
  /** So many, each within the window of the one before. */
  readonly max: number;
  readonly windowMs: number;
}

/**
 * Counts one more attempt under a key, in one statement: many at once can't all slip by. A refused one isn't counted,
 * so that waiting helps.
 *
 * @returns null when it may go on, else after how many seconds to try again
 */
export async function countAttempt(
  database: Pick<PrismaClient, "$queryRaw">,
  key: string,
  { max, windowMs }: AttemptRule,
  now = Date.now(),
): Promise<number | null> {
  const moment = BigInt(now);
  const since = BigInt(now - windowMs);
  const [row] = await database.$queryRaw<{ allowed: boolean; lastRequest: bigint }[]>`
    INSERT INTO "RateLimit" AS counted ("id", "key", "count", "lastRequest")
    VALUES (${randomUUID()}, ${key}, 1, ${moment})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN counted."lastRequest" <= ${since} THEN 1 ELSE LEAST(counted."count", ${max}) + 1 END,
      "lastRequest" = CASE WHEN counted."lastRequest" > ${since} AND counted."count" >= ${max}
                           THEN counted."lastRequest" ELSE ${moment} END
    RETURNING "count" <= ${max} AS "allowed", "lastRequest"`;
  if (!row || row.allowed) return null;
  return Math.max(1, Math.ceil((Number(row.lastRequest) + windowMs - now) / 1000));
}

/** Forgets what nobody counts any more. */
export async function clearAttempts(
  database: Pick<PrismaClient, "rateLimit">,
  before: number,
): Promise<void> {
  await database.rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(before) } } });
}

/** After a success, what was tried before no longer counts. */
export async function forgetAttempts(
  database: Pick<PrismaClient, "rateLimit">,
  keys: readonly string[],
): Promise<void> {
  await database.rateLimit.deleteMany({ where: { key: { in: [...keys] } } });
}
