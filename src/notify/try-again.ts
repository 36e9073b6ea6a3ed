import type { Context } from "@/context";
import { recordAudit } from "@/store/record-audit";
import { NotifyProblem } from "./notify-problem";

type Deciding = Pick<Context, "database" | "clock" | "actor">;

/**
 * Sends a message that was given up once more, with as many attempts as at first. The words and the name by which a
 * mailbox tells a second copy stay the same. Whether it may still go out is looked at when it's sent, as ever.
 *
 * @throws NotifyProblem when there is no such message, or it wasn't given up
 */
export async function tryAgain({ database, clock, actor }: Deciding, deliveryId: bigint): Promise<void> {
  await database.$transaction(async (transaction) => {
    const now = clock.now();
    const { count } = await transaction.delivery.updateMany({
      where: { id: deliveryId, state: "dead" },
      data: { state: "queued", attempts: 0, deaths: 0, dueAt: now },
    });
    if (count === 0) {
      const known = await transaction.delivery.findUnique({ where: { id: deliveryId } });
      throw known === null
        ? new NotifyProblem("no-such-message", `There is no message ${deliveryId} any more.`)
        : new NotifyProblem("wrong-state", `Message ${deliveryId} isn’t given up any more.`);
    }
    await recordAudit(transaction, {
      ...{ actor, at: now, verb: "message.try-again" },
      subject: { kind: "message", id: String(deliveryId) },
      before: { state: "dead" },
      after: { state: "queued" },
    });
  });
}

/**
 * The same for all that were queued since and given up.
 *
 * @returns how many
 * @throws NotifyProblem when there is none
 */
export function tryAllAgain({ database, clock, actor }: Deciding, since: Date): Promise<number> {
  return database.$transaction(async (transaction) => {
    const now = clock.now();
    const { count } = await transaction.delivery.updateMany({
      where: { state: "dead", createdAt: { gte: since } },
      data: { state: "queued", attempts: 0, deaths: 0, dueAt: now },
    });
    if (count === 0) throw new NotifyProblem("no-such-message", "No message is given up any more.");
    await recordAudit(transaction, {
      ...{ actor, at: now, verb: "message.try-all-again" },
      subject: { kind: "messages", id: `since ${since.toISOString()}` },
      before: { dead: count },
      after: { queued: count },
    });
    return count;
  });
}
