import type { Context } from "@/context";
import { lastDigest } from "@/domain/alerts/digest-times";
import { lockAlerts } from "./lock-alerts";
import { storeDeferredDigests, storeDigests } from "./store-digests";

/**
 * Queues the digests that are due: of the day, and of the week. One that was missed, because nothing ran at its hour,
 * is made up for; one that was made isn't made again. Nothing is sent here.
 *
 * @returns how many messages were queued
 */
export function gatherDigests({ database, clock }: Pick<Context, "database" | "clock">): Promise<number> {
  return database.$transaction(
    async (transaction) => {
      await lockAlerts(transaction);
      const now = clock.now();
      const daily = lastDigest("daily", now);
      const queued = [
        await storeDigests(transaction, "daily", daily, now),
        await storeDigests(transaction, "weekly", lastDigest("weekly", now), now),
      ];
      await storeDeferredDigests(transaction, daily, now);
      return queued.reduce((sum, some) => sum + some, 0);
    },
    { timeout: 300_000, maxWait: 30_000 },
  );
}
