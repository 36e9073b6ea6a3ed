import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { alertRows } from "@/testing/alert-rows";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inventedCorrespondents } from "@/testing/invented-correspondents";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { type Deliverer, startDeliverer } from "./deliverer";

let testDatabase: TestDatabase;
let context: TestContext;
let rows: ReturnType<typeof alertRows>;
let deliverers: Deliverer[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  context = await createTestContext(testDatabase.url);
  rows = alertRows(context.database, context);
});
afterEach(async () => {
  await Promise.all(deliverers.map((deliverer) => deliverer.stop()));
  deliverers = [];
  Object.assign(context, inventedCorrespondents());
  await context.database.$executeRaw`
    TRUNCATE "Delivery", "Subscriber", "Alert", "AlertBatch", graphile_worker._private_jobs CASCADE`;
});
afterAll(async () => {
  await context.close();
  await testDatabase.drop();
});

const start = () => {
  const deliverer = startDeliverer(context, testDatabase.url);
  deliverers.push(deliverer);
  return deliverer;
};
const count = (state: string) => context.database.delivery.count({ where: { state } });

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 25_000; !(await what()); await pause(25)) {
    if (Date.now() > deadline) throw new Error("It didn't happen within 25 s.");
  }
}

const calls = () =>
  context.database.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs ORDER BY id`;

describe("the worker that sends", { timeout: 60_000 }, () => {
  it("sends what became due before the first worker ever started", async () => {
    await rows.delivery({ purpose: "test", address: "first@example.net" });
    start();
    await until(async () => (await count("sent")) === 1);
    expect(context.mailer.accepted.map(({ to }) => to)).toEqual(["first@example.net"]);
  });

  it("is called by the row itself, in the same transaction, and looks for the rest each minute", async () => {
    expect(await sweeps()).toEqual([
      "sweep deliver-mail",
      "sweep deliver-personal",
      "sweep deliver-webhooks",
    ]);
    const batchId = await rows.batch();
    const alertId = await rows.alert(batchId);
    // Nobody is at work: the calls wait, one for each lane and transaction.
    await rows.readers(50, [alertId], batchId);
    const webhook = await rows.webhook(await rows.subscriber());
    await rows.delivery({ channel: "webhook", subscriptionId: webhook, alertIds: [alertId] });
    const waiting = await calls();
    expect(waiting.map(({ key }) => key.split(":")[0])).toEqual(["deliver-mail", "deliver-webhooks"]);
    start();
    await until(async () => (await count("sent")) === 51);
    await until(async () => (await calls()).length === 0);
  });

  it("isn't called for what was rolled back, or waits for an admin, until that is released", async () => {
    await context.database
      .$transaction(async (transaction) => {
        await transaction.delivery.create({
          data: {
            ...{ key: "never", purpose: "test", channel: "email", alertIds: [], address: "a@example.net" },
            ...{ state: "queued", createdAt: context.clock.now(), dueAt: context.clock.now() },
          },
        });
        throw new Error("thought better of it");
      })
      .catch(() => undefined);
    const batchId = await rows.batch();
    const subscriptionId = await rows.subscription({ subscriberId: await rows.subscriber() });
    const alertIds = [await rows.alert(batchId)];
    await rows.delivery({ subscriptionId, batchId, alertIds, state: "held" });
    expect(await calls()).toEqual([]);
    await context.database.delivery.updateMany({ where: { state: "held" }, data: { state: "queued" } });
    expect(await calls()).toHaveLength(1);
    start();
    await until(async () => (await count("sent")) === 1);
  });

  it("sends at once while it's up, what somebody waits for before what goes to many", async () => {
    start();
    const batchId = await rows.batch();
    context.mailer.answer = async (mail) => {
      await pause(mail.to.startsWith("many") ? 50 : 0);
      return { kind: "accepted", response: "250" };
    };
    await rows.readers(400, [await rows.alert(batchId)], batchId);
    await until(async () => context.mailer.accepted.length > 0);
    await rows.delivery({ purpose: "test", address: "waiting@example.net" });
    await until(async () => context.mailer.accepted.some(({ to }) => to === "waiting@example.net"));
    expect(await count("queued")).toBeGreaterThan(0);
    await until(async () => (await count("queued")) === 0);
  });

  it("hands back what it can't finish when it's stopped, and is stopped before it's begun without a word", async () => {
    const deliverer = start();
    const batchId = await rows.batch();
    context.mailer.answer = async () => {
      await pause(50);
      return { kind: "accepted", response: "250" };
    };
    await rows.readers(400, [await rows.alert(batchId)], batchId);
    await until(async () => context.mailer.accepted.length > 0);
    await deliverer.stop();
    deliverers = [];
    expect(await count("sending")).toBe(0);
    expect(await count("queued")).toBeGreaterThan(0);
    await startDeliverer(context, testDatabase.url).stop();
    start();
    await until(async () => (await count("queued")) + (await count("sending")) === 0);
    const many = context.mailer.accepted.map(({ messageId }) => messageId);
    expect(new Set(many).size).toBe(400);
    expect(many).toHaveLength(400);
  });

  it("goes on after its connections were cut", async () => {
    start();
    await rows.delivery({ purpose: "test", address: "before@example.net" });
    await until(async () => context.mailer.accepted.some(({ to }) => to === "before@example.net"));
    await context.database.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'deliverer'`;
    await rows.delivery({ purpose: "test", address: "after@example.net" });
    await until(async () => context.mailer.accepted.some(({ to }) => to === "after@example.net"));
  });
});

async function sweeps(): Promise<string[]> {
  const rows = await context.database.$queryRaw<{ identifier: string }[]>`
    SELECT identifier FROM graphile_worker._private_known_crontabs ORDER BY identifier`;
  return rows.map(({ identifier }) => identifier);
}
