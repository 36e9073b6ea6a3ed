import { createHash } from "node:crypto";
import type { NotifyContext } from "@/context";
import type { ClaimedDelivery } from "./claimed-delivery";
import { type DueDelivery, type Fate, fateOf } from "./delivery-fate";
import { isNews, type Lane } from "./lanes";
import { loadTakenBack } from "./load-taken-back";
import { endingTokenOf, hashOfToken, tokenFor } from "./tokens";

type ClaimContext = Pick<NotifyContext, "database" | "clock" | "secrets">;

interface DueRow extends Omit<DueDelivery, "takenBack"> {
  readonly id: bigint;
  readonly attempts: number;
  readonly key: string;
  readonly createdAt: Date;
  readonly alertIds: string[];
  readonly content: unknown;
  readonly messageId: string | null;
  readonly subscriptionId: string | null;
  readonly frequency: string | null;
}

/** A busy machine isn't a reason to give up. */
const PATIENT = { maxWait: 30_000, timeout: 60_000 };

export interface Claimed {
  readonly deliveries: readonly ClaimedDelivery[];
  /** How many were met, with those that aren't sent any more. */
  readonly met: number;
}

/**
 * Takes messages that are due, for this process alone, and settles those that may not go out any more. What others
 * are taking at the moment is passed over.
 */
export async function claimDeliveries(context: ClaimContext, lane: Lane, leaseMs: number): Promise<Claimed> {
  const now = context.clock.now();
  return context.database.$transaction(async (transaction) => {
    const rows = await transaction.$queryRaw<DueRow[]>`
      WITH due AS MATERIALIZED (
        SELECT * FROM "Delivery"
        WHERE state = 'queued' AND "dueAt" <= ${now} AND channel = ${lane.channel}
          AND (${lane.toMany}::bool IS NULL OR (purpose IN ('alert', 'correction', 'digest')) = ${lane.toMany})
        ORDER BY "dueAt" LIMIT ${lane.claim} FOR UPDATE SKIP LOCKED
      )
      SELECT due.id, due.key, due.purpose, due.channel, due.attempts, due.deaths, due."createdAt", due."alertIds", due.content,
        due."messageId", due."subscriptionId", batch.state AS "batchState", s.frequency, s."webhookUrl",
        s."sealedSecret", s."disabledAt" IS NOT NULL AS disabled, coalesce(due.address, reader.email) AS email,
        EXISTS (
          SELECT FROM "Suppression" WHERE "emailDigest" =
            encode(sha256(convert_to(lower(coalesce(due.address, reader.email)), 'UTF8')), 'hex')
        ) AS suppressed
      FROM due
      LEFT JOIN "AlertBatch" batch ON batch.id = due."batchId"
      LEFT JOIN "Subscription" s ON s.id = due."subscriptionId"
      LEFT JOIN "Subscriber" reader ON reader.id = s."subscriberId"`;
    if (rows.length === 0) return { deliveries: [], met: 0 };
    const takenBack = await loadTakenBack(
      transaction,
      rows.filter(isUncorrected).flatMap(({ alertIds }) => alertIds),
    );
    const fates = rows.map((found) => {
      const row = isUncorrected(found) ? withoutTakenBack(found, takenBack) : found;
      const nothingLeft = isUncorrected(found) && found.alertIds.length > 0 && row.alertIds.length === 0;
      const fate = fateOf({ ...row, takenBack: nothingLeft });
      return { row, fate, changed: row !== found, token: tokenOf(context, row) };
    });
    const settled = JSON.stringify(fates.map(settledRow));
    await transaction.$executeRaw`
      UPDATE "Delivery" d SET state = f.state, "lastError" = coalesce(f.because, d."lastError"),
        attempts = d.attempts + (f.state = 'sending')::int, "tokenHash" = coalesce(f."tokenHash", d."tokenHash"),
        "leasedUntil" = CASE f.state WHEN 'sending' THEN ${new Date(now.getTime() + leaseMs)}::timestamptz END,
        "alertIds" = CASE WHEN f."left" IS NULL THEN d."alertIds" ELSE f."left" END,
        "messageId" = CASE WHEN f."left" IS NULL THEN d."messageId" END
      FROM jsonb_to_recordset(${settled}::jsonb)
        AS f (id bigint, state text, because text, "tokenHash" text, "left" text[])
      WHERE d.id = f.id`;
    const deliveries = fates
      .filter(({ fate }) => fate.state === "sending")
      .map(({ row, token }) => claimedOf(context, row, token));
    return { deliveries, met: rows.length };
  }, PATIENT);
}

/** Whoever held these has died: they're due again. @returns how many */
export async function recoverAbandoned({
  database,
  clock,
}: Pick<NotifyContext, "database" | "clock">): Promise<number> {
  const { count } = await database.delivery.updateMany({
    where: { state: "sending", leasedUntil: { lt: clock.now() } },
    data: { state: "queued", leasedUntil: null, deaths: { increment: 1 } },
  });
  return count;
}

/** Puts a task into the worker's queue, unless it's there already for the same reason. */
export async function callWorker(
  { database }: Pick<NotifyContext, "database">,
  task: string,
  reason: "start" | "more",
): Promise<void> {
  await database.$executeRaw`SELECT call_worker(${task}, ${`${task}:${reason}`})`;
}

function tokenOf({ secrets }: ClaimContext, { id, channel, subscriptionId }: DueRow): string | null {
  return channel === "email" && subscriptionId !== null ? tokenFor(secrets, "delivery", id) : null;
}

/** News that may have been withdrawn or hidden since it was queued; a correction says so itself. */
function isUncorrected({ purpose }: Pick<DueRow, "purpose">): boolean {
  return isNews(purpose) && purpose !== "correction";
}

/** With other alerts it's another message than the one that may have been made of it. */
function withoutTakenBack(row: DueRow, takenBack: ReadonlySet<string>): DueRow {
  const alertIds = row.alertIds.filter((id) => !takenBack.has(id));
  return alertIds.length === row.alertIds.length ? row : { ...row, alertIds, messageId: null };
}

function settledRow({
  row,
  fate,
  changed,
  token,
}: {
  readonly row: DueRow;
  readonly fate: Fate;
  readonly changed: boolean;
  readonly token: string | null;
}) {
  return {
    id: String(row.id),
    state: fate.state,
    because: "because" in fate ? fate.because : null,
    tokenHash: token === null ? null : hashOfToken(token),
    left: changed ? row.alertIds : null,
  };
}

function claimedOf({ secrets }: ClaimContext, row: DueRow, token: string | null): ClaimedDelivery {
  const { id, key, purpose, createdAt, alertIds, content, messageId, subscriptionId, frequency } = row;
  const identity = `${key}\n${id}\n${createdAt.toISOString()}`;
  return {
    ...{ id, purpose, createdAt, alertIds, content, messageId, subscriptionId, frequency },
    reference: createHash("sha256").update(identity).digest("hex").slice(0, 32),
    attempt: row.attempts + 1,
    deaths: row.deaths,
    to:
      row.channel === "webhook"
        ? { by: "webhook", url: row.webhookUrl ?? "", sealedSecret: row.sealedSecret ?? "" }
        : {
            ...{ by: "email", address: row.email ?? "", token: token ?? "" },
            endingToken:
              token === null ? "" : endingTokenOf(token, tokenFor(secrets, "end", row.email ?? "")),
          },
  };
}
