import type { NotifyContext } from "@/context";
import { maskAddress, maskAddresses } from "@/domain/alerts/mask-address";
import type { Prisma } from "@/generated/prisma/client";
import type { Outcome } from "./claimed-delivery";
import { digestOfAddress } from "./load-suppression";
import { storeWebhookHealth } from "./store-webhook-health";

type Transaction = Prisma.TransactionClient;

const STATES = { sent: "sent", again: "queued", dead: "dead", returned: "queued" } as const;

/**
 * Records what became of attempts, together. That something was sent is recorded whatever has happened meanwhile;
 * the rest only while the attempt is still the last one. An address whose mailbox is gone gets nothing any more.
 */
export async function storeOutcomes(
  { database, clock }: Pick<NotifyContext, "database" | "clock">,
  outcomes: readonly Outcome[],
): Promise<void> {
  const ofWebhooks = outcomes.filter(({ webhook }) => webhook !== null);
  const gone = outcomes.flatMap((outcome) =>
    outcome.kind === "dead" && outcome.goneAddress !== null
      ? [{ email: outcome.goneAddress.toLowerCase(), because: outcome.because }]
      : [],
  );
  if (ofWebhooks.length === 0 && gone.length === 0) {
    await update(database, outcomes);
    return;
  }
  await database.$transaction(
    async (transaction) => {
      await update(transaction, outcomes);
      await storeWebhookHealth(transaction, ofWebhooks, clock.now());
      await transaction.suppression.createMany({
        data: gone.map(({ email, because }) => ({
          ...{ emailDigest: digestOfAddress(email), masked: maskAddress(email), reason: "bounce" },
          ...{ note: maskAddresses(because), since: clock.now() },
        })),
        skipDuplicates: true,
      });
    },
    { maxWait: 30_000, timeout: 60_000 },
  );
}

async function update(transaction: Pick<Transaction, "$executeRaw">, outcomes: readonly Outcome[]) {
  const rows = JSON.stringify(outcomes.map(rowOf));
  await transaction.$executeRaw`
    UPDATE "Delivery" d SET state = o.state, "sentAt" = o."sentAt", "dueAt" = coalesce(o."dueAt", d."dueAt"),
      attempts = d.attempts - o.returned::int, "leasedUntil" = NULL, "lastError" = coalesce(o.because, d."lastError"),
      "messageId" = coalesce(o."messageId", d."messageId")
    FROM jsonb_to_recordset(${rows}::jsonb) AS o (
      id bigint, attempt int, state text, "sentAt" timestamptz, "dueAt" timestamptz, because text,
      "messageId" text, returned bool
    )
    WHERE d.id = o.id AND (o.state = 'sent' OR (d.state = 'sending' AND d.attempts = o.attempt))`;
}

function rowOf(outcome: Outcome) {
  return {
    id: String(outcome.id),
    attempt: outcome.attempt,
    state: STATES[outcome.kind],
    sentAt: outcome.kind === "sent" ? outcome.at : null,
    dueAt: "dueAt" in outcome ? outcome.dueAt : null,
    because: "because" in outcome ? outcome.because.slice(0, 500) : null,
    messageId: outcome.messageId,
    returned: outcome.kind === "returned",
  };
}
