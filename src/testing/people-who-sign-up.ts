import { afterAll, beforeAll, beforeEach } from "vitest";
import { ALERT_KINDS } from "@/domain/alerts/alert";
import { Prisma, type PrismaClient } from "@/generated/prisma/client";
import { openDatabase } from "@/io/database";
import { confirmSubscription } from "@/notify/confirm-subscription";
import { requestSubscription } from "@/notify/request-subscription";
import { hashOfToken, tokenFor } from "@/notify/tokens";
import { type Choices, confirmContentShape, manageContentShape } from "@/shapes/alert-shapes";
import { createTestDatabase } from "./database";
import { testSecrets } from "./factories";
import { FrozenClock } from "./test-context";

export const EVERYTHING: Choices = {
  everyCouncil: true,
  dfeCodes: [],
  kinds: [...ALERT_KINDS],
  frequency: "weekly",
};

export function choices(wish: Partial<Choices> = {}): Choices {
  const of = {
    everyCouncil: false,
    dfeCodes: ["X01"],
    kinds: ["promise-missed"],
    frequency: "weekly",
  } as const;
  return { ...of, dfeCodes: [...of.dfeCodes], kinds: [...of.kinds], ...wish };
}

const OF_PEOPLE = [
  ...["Subscriber", "SignUp", "AccessToken", "Suppression", "RequestLimit", "Delivery", "DeferredAlert"],
];

async function httpsOnly(url: string): Promise<string | null> {
  return url.startsWith("https://") ? null : "It has to begin with https://";
}

/** People who sign up, in a store of their own that is empty before each test, with a clock that stands still. */
export function peopleWhoSignUp() {
  let database: PrismaClient;
  let drop: () => Promise<void>;
  let clock = new FrozenClock();

  beforeAll(async () => {
    const created = await createTestDatabase();
    drop = created.drop;
    database = openDatabase(created.url);
  });
  afterAll(async () => {
    await database.$disconnect();
    await drop();
  });
  beforeEach(async () => {
    clock = new FrozenClock();
    tools.webhooks.problemWith = httpsOnly;
    await database.$executeRaw`TRUNCATE ${Prisma.raw([...OF_PEOPLE, "AlertBatch"].map((name) => `"${name}"`).join(", "))} CASCADE`;
  });

  const tools = {
    get database() {
      return database;
    },
    get clock() {
      return clock;
    },
    secrets: testSecrets,
    /** Which addresses may not be called, and why. */
    webhooks: {
      problemWith: httpsOnly,
    },

    ask: (email: string, wish: Partial<Choices> = {}, from: string | null = null) =>
      requestSubscription(tools, { email, choices: choices(wish), names: ["Exampleshire"], from }),

    /** The token in the newest mail to an address. */
    async mailed(email: string): Promise<string> {
      const mail = await database.delivery.findFirstOrThrow({
        where: { address: email },
        orderBy: { id: "desc" },
      });
      return mail.purpose === "confirm"
        ? tokenFor(testSecrets, "sign-up", confirmContentShape.parse(mail.content).signUpId)
        : tokenFor(testSecrets, "access", manageContentShape.parse(mail.content).accessId);
    },

    /** Somebody who asked and confirmed. @returns the token that opens their choices */
    async subscribed(email: string, wish: Partial<Choices> = {}): Promise<string> {
      await tools.ask(email, wish);
      const token = await tools.mailed(email);
      await confirmSubscription(tools, token);
      return token;
    },

    async subscriptionOf(email: string) {
      const found = await database.subscription.findFirst({
        where: { channel: "email", subscriber: { email } },
        include: { councils: { orderBy: { dfeCode: "asc" } } },
      });
      return found && { ...found, dfeCodes: found.councils.map(({ dfeCode }) => dfeCode) };
    },

    /** A message that was sent to somebody, and the token in its links. */
    async told(email: string, sentAt: Date | null = clock.now()): Promise<string> {
      const subscription = await tools.subscriptionOf(email);
      const { id } = await database.delivery.create({
        data: {
          ...{ key: `digest ${await database.delivery.count()}`, purpose: "digest", channel: "email" },
          ...{ subscriptionId: subscription?.id ?? null, alertIds: [], attempts: 1 },
          ...{ state: sentAt ? "sent" : "sending", createdAt: clock.now(), dueAt: clock.now(), sentAt },
        },
      });
      const token = tokenFor(testSecrets, "delivery", id);
      await database.delivery.update({ where: { id }, data: { tokenHash: hashOfToken(token) } });
      return token;
    },

    /** Every row of every table, as text. */
    async wholeStore(): Promise<string> {
      const tables = await database.$queryRaw<{ name: string }[]>`
        SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
      const rows = await Promise.all(
        tables.map(({ name }) =>
          database.$queryRaw<{ row: string }[]>(
            Prisma.sql`SELECT t::text AS "row" FROM ${Prisma.raw(name)} AS t`,
          ),
        ),
      );
      return rows
        .flat()
        .map(({ row }) => row)
        .join("\n");
    },

    /** How many rows each table of people has. */
    async counted(): Promise<Record<string, number>> {
      const tables = { ...Object.fromEntries(OF_PEOPLE.map((name) => [name, 0])), Subscription: 0 };
      for (const name of Object.keys(tables)) {
        const [row] = await database.$queryRaw<{ count: bigint }[]>(
          Prisma.sql`SELECT count(*) AS "count" FROM ${Prisma.raw(`"${name}"`)}`,
        );
        Object.assign(tables, { [name]: Number(row?.count) });
      }
      return tables;
    },
  };
  return tools;
}
