import type { Context } from "@/context";
import {
  type BatchState,
  type BatchVerb,
  batchStateAfter,
  batchVerbsFrom,
} from "@/domain/alerts/batch-states";
import { recordAudit } from "@/store/record-audit";
import { lockAlerts } from "./lock-alerts";
import { NotifyProblem } from "./notify-problem";
import { statedReason } from "./stated-reason";

type Transaction = Parameters<Parameters<Context["database"]["$transaction"]>[0]>[0];

/**
 * Holds a batch of alerts back, lets it go, or cancels what of it hasn't been sent. What was sent stays sent; digests
 * tell of it only once it's released.
 *
 * @param reason why, in the words of the admin who decides: stands in the record
 * @returns how many messages it was about
 * @throws NotifyProblem when there is no such batch, it's past that, or no reason is given; nothing is changed then
 */
export async function decideBatch(
  { database, clock, actor }: Pick<Context, "database" | "clock" | "actor">,
  batchId: number,
  verb: BatchVerb,
  reason: string,
): Promise<number> {
  const stated = statedReason(reason);
  return database.$transaction(async (transaction) => {
    await lockAlerts(transaction);
    const now = clock.now();
    const batch = await transaction.alertBatch.findUnique({ where: { id: batchId } });
    if (!batch) throw new NotifyProblem("no-such-batch", `There is no batch ${batchId}.`);
    if (!batchVerbsFrom(batch.state as BatchState).includes(verb)) {
      throw new NotifyProblem("wrong-state", `Batch ${batchId} is ${batch.state}, so ${CANT[verb]}.`);
    }
    const state = batchStateAfter(verb);
    await transaction.alertBatch.update({
      where: { id: batchId },
      data: { state, decidedAt: now, decidedBy: actor, decisionReason: stated },
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
    await recordAudit(transaction, {
      ...{ actor, at: now, reason: stated, verb: `batch.${verb}` },
      subject: { kind: "batch", id: batchId },
      before: { state: batch.state },
      after: { state, messages: count },
    });
    return count;
  });
}

const CANT: Readonly<Record<BatchVerb, string>> = {
  release: "it can’t be released",
  hold: "it can’t be held",
  cancel: "it can’t be cancelled",
};

async function alertsOf(transaction: Transaction, batchId: number): Promise<string[]> {
  const alerts = await transaction.alert.findMany({ where: { batchId }, select: { id: true } });
  return alerts.map(({ id }) => id);
}
