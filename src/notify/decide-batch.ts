import type { Context } from "@/context";
import { lockAlerts } from "./lock-alerts";

export const BATCH_VERBS = ["hold", "release", "cancel"] as const;
export type BatchVerb = (typeof BATCH_VERBS)[number];

/** Something that the person who decides can put right. */
export class BatchProblem extends Error {}

type Transaction = Parameters<Parameters<Context["database"]["$transaction"]>[0]>[0];

const FROM = {
  hold: ["released"],
  release: ["held"],
  cancel: ["released", "held"],
} as const satisfies Record<BatchVerb, readonly string[]>;

const TO = { hold: "held", release: "released", cancel: "cancelled" } as const;

/**
 * Holds a batch of alerts back, lets it go, or cancels what of it hasn't been sent. What was sent stays sent; digests
 * tell of it only once it's released.
 *
 * @param record adds to the caller's records, in the same transaction
 * @returns how many messages it was about
 * @throws BatchProblem when there is no such batch, or it's past that
 */
export function decideBatch(
  { database, clock, actor }: Pick<Context, "database" | "clock" | "actor">,
  batchId: number,
  verb: BatchVerb,
  reason: string,
  record: (transaction: Transaction, before: string, after: string) => Promise<void> = async () => undefined,
): Promise<number> {
  return database.$transaction(async (transaction) => {
    await lockAlerts(transaction);
    const now = clock.now();
    const batch = await transaction.alertBatch.findUnique({ where: { id: batchId } });
    if (!batch) throw new BatchProblem(`There is no batch ${batchId}.`);
    if (!FROM[verb].some((state) => state === batch.state)) {
      throw new BatchProblem(`Batch ${batchId} is ${batch.state}: it can't be made to ${verb}.`);
    }
    const state = TO[verb];
    await transaction.alertBatch.update({
      where: { id: batchId },
      data: { state, decidedAt: now, decidedBy: actor, decisionReason: reason },
    });
    await transaction.alert.updateMany({
      where: { batchId },
      data: { releasedAt: verb === "release" ? now : null },
    });
    const waiting = { batchId, state: { in: ["queued", "held"] } };
    const { count } = await transaction.delivery.updateMany({
      where: waiting,
      data:
        verb === "release"
          ? { state: "queued", dueAt: now }
          : { state: verb === "hold" ? "held" : "cancelled" },
    });
    if (verb === "cancel") {
      await transaction.deferredAlert.deleteMany({
        where: { alertId: { in: await alertsOf(transaction, batchId) } },
      });
    }
    await record(transaction, batch.state, state);
    return count;
  });
}

async function alertsOf(transaction: Transaction, batchId: number): Promise<string[]> {
  const alerts = await transaction.alert.findMany({ where: { batchId }, select: { id: true } });
  return alerts.map(({ id }) => id);
}
