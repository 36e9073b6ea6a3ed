import type { Prisma } from "@/generated/prisma/client";
import type { WebhookDisabledContent } from "@/shapes/alert-shapes";
import type { Outcome } from "./claimed-delivery";

type Transaction = Prisma.TransactionClient;

/** So many messages in a row that had to be given up, each after about a day, and nobody is there any more. */
export const MOST_FAILURES_IN_ROW = 5;

/**
 * Keeps account of how webhooks do. One that answers again starts afresh; one that doesn't answer now isn't asked for
 * its other messages either until the next attempt; one given up too often in a row is switched off, and its owner
 * told by mail in the same transaction.
 */
export async function storeWebhookHealth(
  transaction: Transaction,
  outcomes: readonly Outcome[],
  now: Date,
): Promise<void> {
  const of = (kind: Outcome["kind"]) => [
    ...new Set(outcomes.flatMap((outcome) => (outcome.kind === kind ? (outcome.webhook ?? []) : []))),
  ];
  const answering = of("sent");
  if (answering.length > 0) {
    await transaction.subscription.updateMany({
      where: { id: { in: answering }, failuresInRow: { gt: 0 } },
      data: { failuresInRow: 0 },
    });
  }
  for (const outcome of outcomes) {
    if (outcome.webhook === null || answering.includes(outcome.webhook)) continue;
    if (outcome.kind === "again") {
      await transaction.delivery.updateMany({
        where: {
          ...{ subscriptionId: outcome.webhook, channel: "webhook", state: "queued" },
          dueAt: { lt: outcome.dueAt },
        },
        data: { dueAt: outcome.dueAt },
      });
    }
    if (outcome.kind === "dead") await countFailure(transaction, outcome.webhook, outcome.because, now);
  }
}

async function countFailure(transaction: Transaction, id: string, because: string, now: Date): Promise<void> {
  const [webhook] = await transaction.subscription.updateManyAndReturn({
    where: { id, disabledAt: null },
    data: { failuresInRow: { increment: 1 } },
    select: { failuresInRow: true, webhookUrl: true },
  });
  if (!webhook || webhook.failuresInRow < MOST_FAILURES_IN_ROW) return;
  await transaction.subscription.update({
    where: { id },
    data: { disabledAt: now, disabledBecause: because.slice(0, 500) },
  });
  const content: WebhookDisabledContent = {
    ...{ url: webhook.webhookUrl ?? "", failures: webhook.failuresInRow, because },
    disabledAt: now.toISOString(),
  };
  await transaction.delivery.create({
    data: {
      ...{
        key: `webhook-disabled ${id} ${now.toISOString()}`,
        purpose: "webhook-disabled",
        channel: "email",
      },
      ...{ subscriptionId: id, alertIds: [], content, state: "queued", createdAt: now, dueAt: now },
    },
  });
}
