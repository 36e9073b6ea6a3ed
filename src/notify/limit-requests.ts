import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { NotifyContext } from "@/context";

/** So many within so long. Whoever is refused waits until the first of them is that long ago. */
const LIMITS = {
  /** Mails that strangers can have sent to one address. */
  "sign-ups-of-address": { points: 5, duration: 24 * 60 * 60 },
  "links-to-address": { points: 5, duration: 24 * 60 * 60 },
  /** From one network address, which a whole school may share. */
  "mails-from-network": { points: 30, duration: 60 * 60 },
  /** Calls that one subscriber can have made to addresses of their choice. */
  "calls-of-subscriber": { points: 20, duration: 60 * 60 },
  /** Reports of errors; from all networks together no more than people can look at. */
  "reports-from-network": { points: 10, duration: 60 * 60 },
  "reports-in-total": { points: 200, duration: 24 * 60 * 60 },
  /** A webhook's secret on the page after the form that added it. */
  "secret-of-webhook": { points: 1, duration: 60 * 60 },
} as const;

export type Limit = keyof typeof LIMITS;

type Limited = Pick<NotifyContext, "database" | "secrets">;

/**
 * Counts one more request, whether or not anybody is known by that address.
 *
 * @param whose an e-mail address, a network address, a subscriber: kept as a digest only this installation can make,
 *   so that nobody reads it back from the table
 * @returns null when it may go on; else the whole minutes until it may, at least 1
 */
export async function countRequest(context: Limited, limit: Limit, whose: string): Promise<number | null> {
  try {
    await limiterOf(context, limit).consume(digestOf(context, limit, whose));
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000));
  }
}

/** As if nothing had been asked under that name. */
export async function forgetRequests(context: Limited, limit: Limit, whose: string): Promise<void> {
  await limiterOf(context, limit).delete(digestOf(context, limit, whose));
}

function digestOf({ secrets }: Limited, limit: Limit, whose: string): string {
  return secrets.tokenFor(`limit ${limit}`, whose);
}

function limiterOf({ database }: Limited, limit: Limit): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: database,
    tableName: "requestLimit",
    keyPrefix: limit,
    // What has run out is deleted with everything else that has (forget-what-is-over.ts).
    clearExpiredByTimeout: false,
    ...LIMITS[limit],
  });
}
