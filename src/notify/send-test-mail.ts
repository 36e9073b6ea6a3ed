import { randomUUID } from "node:crypto";
import type { Context } from "@/context";
import { recordAudit } from "@/store/record-audit";

/**
 * Has a message sent to the admin who asks, the way every other goes: through the worker and its mail server. What
 * came of it stands with all messages.
 *
 * @param email their own address
 */
export async function sendTestMail(
  { database, clock, actor }: Pick<Context, "database" | "clock" | "actor">,
  email: string,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const now = clock.now();
    const { id } = await transaction.delivery.create({
      data: {
        ...{ key: `test ${randomUUID()}`, purpose: "test", channel: "email", address: email, alertIds: [] },
        ...{ state: "queued", attempts: 0, createdAt: now, dueAt: now },
      },
    });
    await recordAudit(transaction, {
      ...{ actor, at: now, verb: "message.test" },
      subject: { kind: "message", id: String(id) },
    });
  });
}
