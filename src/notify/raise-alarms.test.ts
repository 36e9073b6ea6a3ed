import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { deliver } from "./deliver";
import { raiseAlarms } from "./raise-alarms";

let testDatabase: TestDatabase;
let context: TestContext;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  context = await createTestContext(testDatabase.url);
  await context.database.publication.create({
    data: {
      ...{ id: "ehc-plans", title: "Education, health and care plans", publisher: "DfE", licence: "OGL" },
      ...{ landingPage: "https://example.org/", cadence: "yearly" },
    },
  });
});
beforeEach(() => context.database.$executeRaw`TRUNCATE "Delivery", "IngestionRun", "User" CASCADE`);
afterAll(async () => {
  await context.close();
  await testDatabase.drop();
});

const DESK = "desk@example.org";
const raise = () => raiseAlarms(context, DESK);

async function run(status: "ok" | "unchanged" | "held" | "failed"): Promise<void> {
  const startedAt = context.clock.forward(6);
  const runId = `run at ${startedAt.toISOString()}`;
  await context.database.ingestionRun.create({
    data: {
      id: runId,
      job: "ingest",
      trigger: "schedule",
      status: "partial",
      startedAt,
      finishedAt: startedAt,
    },
  });
  await context.database.runSource.create({
    data: {
      ...{
        runId,
        publicationId: "ehc-plans",
        origin: "live",
        status,
        snapshots: 0,
        unchanged: 0,
        figures: 0,
      },
      ...{ findings: 0, durationMs: 1, error: status === "failed" ? "nobody answered" : null },
    },
  });
}

async function admin(email: string, of: { role?: string; deactivatedAt?: Date } = {}): Promise<void> {
  const now = context.clock.now();
  await context.database.user.create({
    data: { id: email, email, role: "admin", createdAt: now, updatedAt: now, ...of },
  });
}

const queued = () => context.database.delivery.findMany({ orderBy: { id: "asc" } });

describe("alarms about sources", () => {
  it("say nothing of one that failed twice, or was kept back for a person", async () => {
    for (const status of ["ok", "failed", "failed"] as const) await run(status);
    expect(await raise()).toBe(0);
    await run("held");
    for (const status of ["failed", "failed"] as const) await run(status);
    expect(await raise()).toBe(0);
  });

  it("tell every active admin at the third failure, once that day and again the next", async () => {
    await admin("a@example.org");
    await admin("b@example.org");
    await admin("editor@example.org", { role: "editor" });
    await admin("former@example.org", { deactivatedAt: context.clock.now() });
    for (let failure = 1; failure <= 3; failure += 1) await run("failed");
    expect(await raise()).toBe(2);
    expect(await raise()).toBe(0);
    const [alarm] = await queued();
    expect(alarm).toMatchObject({
      purpose: "alarm",
      channel: "email",
      address: "a@example.org",
      state: "queued",
    });
    expect(alarm?.content).toMatchObject({
      ...{
        state: "failing",
        source: "Education, health and care plans",
        failures: 3,
        because: "nobody answered",
      },
      at: context.clock.now().toISOString(),
    });
    context.clock.forward(24);
    expect(await raise()).toBe(2);
  });

  it("tell whoever can be written to while there is no admin", async () => {
    for (let failure = 1; failure <= 3; failure += 1) await run("failed");
    expect(await raise()).toBe(1);
    expect(await deliver(context, "personal")).toMatchObject({ sent: 1 });
    const [mail] = context.mailer.accepted;
    expect(mail?.to).toBe(DESK);
    expect(mail?.text).toContain("nobody answered");
    expect(mail?.headers).not.toHaveProperty("List-Unsubscribe");
  });

  it("tell nobody where there is nobody", async () => {
    for (let failure = 1; failure <= 3; failure += 1) await run("failed");
    expect(await raiseAlarms(context, null)).toBe(0);
  });

  it("tell once that it's mended, also by a run that brings nothing new", async () => {
    for (let failure = 1; failure <= 4; failure += 1) await run("failed");
    await raise();
    await run("unchanged");
    expect(await raise()).toBe(1);
    await run("ok");
    context.clock.forward(24);
    expect(await raise()).toBe(0);
    const [, mended] = await queued();
    expect(mended?.content).toMatchObject({ state: "recovered", failures: 4 });
  });

  it("don't tell of what was mended long ago", async () => {
    for (let failure = 1; failure <= 3; failure += 1) await run("failed");
    await run("ok");
    context.clock.forward(8 * 24);
    expect(await raise()).toBe(0);
  });
});
