import { createHash } from "node:crypto";
import type { NotifyContext } from "@/context";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { AlertContent } from "@/shapes/alert-shapes";

type DeliveryRow = Partial<Prisma.DeliveryUncheckedCreateInput>;

/** What an alert says of Exampleshire, or as told otherwise. */
export function alertContent(content: Partial<AlertContent> = {}): AlertContent {
  return {
    ...{ kind: "promise-missed", tone: "bad", title: "Exampleshire: deficit above the agreed profile" },
    council: { dfeCode: "X01", name: "Exampleshire", slug: "exampleshire" },
    lines: [
      {
        text: "Its published deficit at 31 March 2025 was £2 million above what it agreed.",
        basis: "after DfE money, whole DSG",
        source: { title: "Section 251 outturn", url: "https://example.org/s251", where: "Table 1, cell E17" },
      },
    ],
    ...{ more: 0, checked: true, derived: true, path: "/flags/x01-promise-missed" },
    occurredAt: "2026-11-23T08:00:00.000Z",
    ...content,
  };
}

/** Subscribers, alerts and messages as the other parts of the product leave them, for tests of what comes after. */
export function alertRows(
  database: PrismaClient,
  { clock, secrets }: Pick<NotifyContext, "clock" | "secrets">,
) {
  const now = () => clock.now();
  let made = 0;
  const next = () => {
    made += 1;
    return made;
  };

  return {
    async subscriber(email = `reader-${next()}@example.net`): Promise<string> {
      const id = `subscriber-${next()}`;
      await database.subscriber.create({ data: { id, email, confirmedAt: now() } });
      return id;
    },

    /** By e-mail and at once, or as told otherwise. */
    async subscription(
      data: Partial<Prisma.SubscriptionUncheckedCreateInput> & { subscriberId: string },
    ): Promise<string> {
      const id = `subscription-${next()}`;
      await database.subscription.create({
        data: {
          ...{ id, channel: "email", everyCouncil: true, kinds: ["promise-missed"], frequency: "instant" },
          ...{ since: now(), digestedThrough: now() },
          ...data,
        },
      });
      return id;
    },

    async webhook(
      subscriberId: string,
      url = "https://hook.example.net/",
      secret = "whsec_test",
    ): Promise<string> {
      return this.subscription({
        ...{ subscriberId, channel: "webhook", webhookUrl: url, sealedSecret: secrets.seal(secret) },
      });
    },

    async batch(state = "released"): Promise<number> {
      const { id } = await database.alertBatch.create({
        data: { madeAt: now(), state, alerts: 1, recipients: 1 },
      });
      return id;
    },

    async alert(batchId: number, content: Partial<AlertContent> = {}): Promise<string> {
      const told = alertContent(content);
      const id = `${told.kind}-${next()}`;
      await database.alert.create({
        data: {
          ...{ id, kind: told.kind, dfeCode: told.council?.dfeCode ?? null, matter: `matter ${id}` },
          ...{ tone: told.tone, content: told as unknown as Prisma.InputJsonValue, batchId },
          ...{ occurredAt: new Date(told.occurredAt), releasedAt: now() },
        },
      });
      return id;
    },

    /** An alert by e-mail that is due, or as told otherwise. */
    async delivery(data: DeliveryRow): Promise<bigint> {
      const { id } = await database.delivery.create({
        data: {
          ...{ key: `test ${next()}`, purpose: "alert", channel: "email", alertIds: [], state: "queued" },
          ...{ createdAt: now(), dueAt: now() },
          ...data,
        },
      });
      return id;
    },

    async suppress(email: string): Promise<void> {
      const emailDigest = createHash("sha256").update(email).digest("hex");
      await database.suppression.create({ data: { emailDigest, reason: "bounce", since: now() } });
    },

    /** So many readers of one alert, each with a message that is due. */
    async readers(count: number, alertIds: readonly string[], batchId: number): Promise<void> {
      const numbers = Array.from({ length: count }, next);
      await database.subscriber.createMany({
        data: numbers.map((n) => ({ id: `many-${n}`, email: `many-${n}@example.net`, confirmedAt: now() })),
      });
      await database.subscription.createMany({
        data: numbers.map((n) => ({
          ...{ id: `many-${n}`, subscriberId: `many-${n}`, channel: "email", everyCouncil: true },
          ...{ kinds: ["promise-missed"], frequency: "instant", since: now(), digestedThrough: now() },
        })),
      });
      await database.delivery.createMany({
        data: numbers.map((n) => ({
          ...{ key: `notice ${batchId} X01 many-${n}`, purpose: "alert", channel: "email", batchId },
          ...{ subscriptionId: `many-${n}`, alertIds: [...alertIds], state: "queued" },
          ...{ createdAt: now(), dueAt: now() },
        })),
      });
    },
  };
}
