import type { Channel, DeliveryState } from "@/domain/alerts/alert";
import { maskAddress, maskAddresses, maskWebhook } from "@/domain/alerts/mask-address";
import type { Prisma } from "@/generated/prisma/client";
import type { DeliveryDay, ListedMessage, ListedSuppression, MessageRecord } from "@/shapes/message-shapes";
import { groupBy } from "./grouping";
import type { Reading } from "./summaries";

/** How far back the admin room looks at messages. */
export const RECORD_DAYS = 14;
const MOST_DEAD = 40;
const MOST_REASONS = 12;
/** Answers of servers name addresses and numbers of their own: so many are read to be told as fewer. */
const MOST_ANSWERS = 500;

const WITH_READER = {
  subscription: { select: { webhookUrl: true, subscriber: { select: { email: true } } } },
} as const;
type Row = Prisma.DeliveryGetPayload<{ include: typeof WITH_READER }>;

/** Since when messages count as of the last days. */
export function recordBegins(now: Date): Date {
  return new Date(now.getTime() - RECORD_DAYS * 86_400_000);
}

/** What has become of the messages of the last days, and why some of them failed. */
export async function messageRecord({ database, clock }: Reading): Promise<MessageRecord> {
  const since = recordBegins(clock.now());
  const given = { state: "dead", createdAt: { gte: since } };
  const [states, answers, dead, deadInAll] = await Promise.all([
    database.$queryRaw<{ day: string; state: DeliveryState; count: bigint }[]>`
      SELECT to_char("createdAt" AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS day, state, count(*) AS count
      FROM "Delivery" WHERE "createdAt" >= ${since} GROUP BY 1, 2 ORDER BY 1 DESC`,
    database.$queryRaw<{ because: string; state: string; count: bigint }[]>`
      SELECT "lastError" AS because, state, count(*) AS count FROM "Delivery"
      WHERE "createdAt" >= ${since} AND "lastError" IS NOT NULL AND state IN ('queued', 'sending', 'dead')
      GROUP BY 1, 2 ORDER BY 3 DESC LIMIT ${MOST_ANSWERS}`,
    database.delivery.findMany({
      ...{ where: given, include: WITH_READER, orderBy: { id: "desc" }, take: MOST_DEAD },
    }),
    database.delivery.count({ where: given }),
  ]);
  return {
    ...{ days: RECORD_DAYS, byDay: byDay(states), failures: failuresOf(answers) },
    ...{ dead: dead.map(messageOf), deadInAll },
  };
}

/** The test message that somebody had sent to themselves last; null: none of late. */
export async function latestTestMail({ database }: Reading, email: string): Promise<ListedMessage | null> {
  const row = await database.delivery.findFirst({
    where: { purpose: "test", channel: "email", address: email },
    include: WITH_READER,
    orderBy: { id: "desc" },
  });
  return row && messageOf(row);
}

/** The addresses that get nothing, the newest first. */
export async function listSuppressions({ database }: Reading): Promise<ListedSuppression[]> {
  const rows = await database.suppression.findMany({ orderBy: { id: "desc" } });
  return rows.map(({ id, masked, reason, note, since }) => ({
    ...{ id, masked, reason, since, note: note && maskAddresses(note) },
  }));
}

function byDay(rows: readonly { day: string; state: DeliveryState; count: bigint }[]): DeliveryDay[] {
  return [...groupBy(rows, ({ day }) => day)].map(([day, ofDay]) => {
    const count = (...states: readonly DeliveryState[]) =>
      ofDay.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + Number(row.count), 0);
    return {
      ...{ day, sent: count("sent"), waiting: count("queued", "sending"), held: count("held") },
      ...{ dead: count("dead"), notSent: count("cancelled", "suppressed") },
    };
  });
}

function failuresOf(
  answers: readonly { because: string; state: string; count: bigint }[],
): MessageRecord["failures"] {
  const told = groupBy(answers, ({ because }) => maskAddresses(because));
  return [...told]
    .map(([because, rows]) => {
      const count = (dead: boolean) =>
        rows
          .filter(({ state }) => (state === "dead") === dead)
          .reduce((sum, row) => sum + Number(row.count), 0);
      return { because, triedAgain: count(false), dead: count(true) };
    })
    .toSorted((a, b) => b.triedAgain + b.dead - (a.triedAgain + a.dead))
    .slice(0, MOST_REASONS);
}

function messageOf(row: Row): ListedMessage {
  const { id, purpose, channel, state, address, subscription, attempts, createdAt, sentAt, lastError } = row;
  const email = address ?? subscription?.subscriber.email ?? null;
  const url = subscription?.webhookUrl ?? null;
  return {
    ...{ id: String(id), purpose, channel: channel as Channel, state: state as DeliveryState },
    to: channel === "webhook" ? url && maskWebhook(url) : email && maskAddress(email),
    ...{ attempts, createdAt, sentAt, because: lastError && maskAddresses(lastError) },
  };
}
