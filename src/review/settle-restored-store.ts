import type { Context } from "@/context";
import { recordAudit } from "@/store/record-audit";

const WAITING = { state: { in: ["queued", "sending"] } };

/**
 * What was under way when a backup was made isn't taken up as if no time had passed: who was signed in has to sign in
 * again, for they may have been shut out since, and no message that may have been sent since is sent twice. That the
 * store was put back stands in its record.
 *
 * @param context with the database into which the backup was put
 * @param madeAt when the backup was made
 */
export async function settleRestoredStore(
  { database, clock, actor }: Pick<Context, "database" | "clock" | "actor">,
  madeAt: string,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    await transaction.session.deleteMany();
    const batches = await transaction.alertBatch.findMany({
      where: { deliveries: { some: WAITING } },
      select: { id: true },
    });
    const ids = batches.map(({ id }) => id);
    await transaction.alertBatch.updateMany({ where: { id: { in: ids } }, data: { state: "held" } });
    await transaction.alert.updateMany({ where: { batchId: { in: ids } }, data: { releasedAt: null } });
    await transaction.delivery.updateMany({
      where: { ...WAITING, batchId: { not: null } },
      data: { state: "held", leasedUntil: null },
    });
    await transaction.delivery.updateMany({
      where: { ...WAITING, batchId: null },
      data: {
        ...{ state: "cancelled", leasedUntil: null },
        lastError: "It was waiting when the backup was made that was put back, and may have been sent since.",
      },
    });
    await recordAudit(transaction, {
      ...{ actor, at: clock.now(), verb: "store.restore" },
      subject: { kind: "store", id: "all" },
      after: { madeAt },
    });
  });
}
