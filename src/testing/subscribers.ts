import { randomUUID } from "node:crypto";
import { ALERT_KINDS, type AlertKind, type Channel, type Frequency } from "@/domain/alerts/alert";
import type { PrismaClient } from "@/generated/prisma/client";

export interface SubscriberWish {
  readonly email?: string;
  readonly channel?: Channel;
  /** DfE codes; none named: every council. */
  readonly councils?: readonly string[];
  readonly kinds?: readonly AlertKind[];
  readonly frequency?: Frequency;
  /** What happened before isn't told. */
  readonly since?: Date;
}

const LONG_AGO = new Date("2026-01-01T00:00:00Z");

/** Somebody who has confirmed, with one subscription. @returns the subscription's id */
export async function storeSubscriber(database: PrismaClient, wish: SubscriberWish = {}): Promise<string> {
  const { channel = "email", councils = [], kinds = ALERT_KINDS, frequency = "instant" } = wish;
  const since = wish.since ?? LONG_AGO;
  const id = randomUUID();
  await database.subscriber.create({
    data: {
      id: randomUUID(),
      email: wish.email ?? `${id}@reader.example`,
      confirmedAt: since,
      subscriptions: {
        create: {
          ...{ id, channel, everyCouncil: councils.length === 0, kinds: [...kinds], frequency },
          ...{ since, digestedThrough: since },
          ...(channel === "webhook" ? { webhookUrl: "https://hooks.example/alerts" } : {}),
          councils: { create: councils.map((dfeCode) => ({ dfeCode })) },
        },
      },
    },
  });
  return id;
}
