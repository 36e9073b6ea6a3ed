import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "@/io/clock";
import { openDatabase as openClient } from "@/io/database";
import { createSecrets } from "@/io/secrets";
import { alertRows } from "@/testing/alert-rows";
import { createTestDatabase } from "@/testing/database";
import { type MailSink, openMailSink } from "@/testing/mail-sink";
import { openWebhookReceiver, type WebhookReceiver } from "@/testing/webhook-receiver";
import { migrate } from "../scripts/database/migrate.mjs";
import { openDatabase } from "../scripts/database/open-database.mjs";

/** Inside the project, so that the bundle finds the installed packages. */
const BUNDLE = join("dist", `kill-deliverer-test-${process.pid}.mjs`);
const SECRET = "a secret of this test, long enough for it";
const HOOK_SECRET = "whsec_of this test";
const [READERS, HOOKS] = [60, 12];

let folder: string;
let sink: MailSink;
let hooks: WebhookReceiver;
/** Told of every mail that the server has accepted, before it says so. */
let onMail = (_taken: number) => {};
const workers = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "svt-kill-deliverer-"));
  await build({
    ...{ entryPoints: ["jobs/scheduler.ts"], outfile: BUNDLE, bundle: true, packages: "external" },
    ...{ platform: "node", format: "esm", target: "node20", logLevel: "error" },
  });
}, 120_000);
afterEach(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  workers.clear();
  await Promise.all([sink.close(), hooks.close()]);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(BUNDLE, { force: true });
});

function startWorker(databaseUrl: string): ChildProcess {
  const worker = spawn(process.execPath, [BUNDLE], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      SOURCES: "archive",
      LOG_LEVEL: "silent",
      SMTP_URL: sink.url,
      SESSION_SECRET: SECRET,
      BASE_URL: "http://127.0.0.1:1",
      LOOPBACK_WEBHOOKS: "true",
    },
  });
  workers.add(worker);
  worker.once("exit", () => workers.delete(worker));
  return worker;
}

/** A server that takes mail and an address that takes calls, and one message that is due for each of many. */
async function queue(databaseUrl: string) {
  let taken = 0;
  sink = await openMailSink({}, () => {
    taken += 1;
    onMail(taken);
  });
  hooks = await openWebhookReceiver(HOOK_SECRET);
  const database = openClient(databaseUrl);
  const rows = alertRows(database, { clock: systemClock, secrets: createSecrets(SECRET) });
  const batchId = await rows.batch();
  const alertIds = [await rows.alert(batchId)];
  const owner = await rows.subscriber("owner@example.net");
  for (let hook = 0; hook < HOOKS; hook += 1) {
    const subscriptionId = await rows.webhook(owner, `${hooks.url}/${hook}`, HOOK_SECRET);
    await rows.delivery({ channel: "webhook", subscriptionId, alertIds, batchId });
  }
  await rows.readers(READERS, alertIds, batchId);
  return database;
}

type Database = Awaited<ReturnType<typeof queue>>;

/** To whom something was sent of which the database doesn't know it: they get it again. */
async function inDoubt(database: Database) {
  const rows = await database.delivery.findMany({
    where: { state: { not: "sent" } },
    select: { subscription: { select: { webhookUrl: true, subscriber: { select: { email: true } } } } },
  });
  const unrecorded = new Set(
    rows.map(({ subscription }) => subscription?.webhookUrl ?? subscription?.subscriber.email),
  );
  return {
    mails: sink.mails.flatMap(({ to }) => to).filter((address) => unrecorded.has(address)),
    calls: hooks.calls.map(({ path }) => path).filter((path) => unrecorded.has(`${hooks.url}${path}`)),
  };
}

/** Whoever held them is dead: as if five minutes had passed. */
const letLeasesPass = (database: Database) =>
  database.delivery.updateMany({
    where: { state: "sending" },
    data: { leasedUntil: new Date(Date.now() - 1_000) },
  });

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await what()); await pause(20)) {
    if (Date.now() > deadline) throw new Error("It didn't happen within a minute.");
  }
}

const isDone = async (database: Database) =>
  (await database.delivery.count({ where: { state: "sent" } })) === READERS + HOOKS;

/** Everybody has got theirs once, and those in doubt twice: the same, under the same name. */
async function expectOnce(doubt: Awaited<ReturnType<typeof inDoubt>>) {
  const addresses = sink.mails.flatMap(({ to }) => to);
  expect(new Set(addresses).size).toBe(READERS);
  expect(addresses).toHaveLength(READERS + doubt.mails.length);
  const ids = sink.mails.map(({ source }) => /^Message-ID: (.*)$/m.exec(source)?.[1]);
  expect(new Set(ids).size).toBe(READERS);
  const paths = hooks.calls.map(({ path }) => path);
  expect(new Set(paths).size).toBe(HOOKS);
  expect(paths).toHaveLength(HOOKS + doubt.calls.length);
  expect(new Set(hooks.calls.map(({ key }) => key)).size).toBe(HOOKS);
  expect(hooks.refused).toEqual([]);
}

describe("a worker that is killed outright while it sends", { timeout: 180_000 }, () => {
  it.each([1, 23, 55])(
    "once %i mails are taken loses nothing, and repeats only what was in doubt",
    async (kill) => {
      const testDatabase = await createTestDatabase();
      const database = await queue(testDatabase.url);
      const worker = startWorker(testDatabase.url);
      onMail = (taken) => {
        if (taken === kill) worker.kill("SIGKILL");
      };
      await once(worker, "exit");
      expect(await isDone(database)).toBe(false);
      const doubt = await inDoubt(database);
      expect(doubt.mails.length).toBeLessThanOrEqual(16);
      expect(doubt.calls.length).toBeLessThanOrEqual(8);

      await letLeasesPass(database);
      const next = startWorker(testDatabase.url);
      await until(() => isDone(database));
      next.kill("SIGTERM");
      expect((await once(next, "exit"))[0]).toBe(0);
      await expectOnce(doubt);
      await database.$disconnect();
      await testDatabase.drop();
    },
  );

  it("with the database server goes on where it was, once both are up again", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "svt-kill-server-"));
    await chmod(dataDir, 0o711); // the account PostgreSQL runs as must pass
    const first = await openDatabase({ dataDir });
    await migrate(first.url);
    await (await queue(first.url)).$disconnect();
    const [pid] = (await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n");
    const worker = startWorker(first.url);
    onMail = (taken) => {
      if (taken !== 20) return;
      process.kill(Number(pid), "SIGKILL");
      worker.kill("SIGKILL");
    };
    await once(worker, "exit");

    const second = await openDatabase({ dataDir });
    const database = openClient(second.url);
    const doubt = await inDoubt(database);
    await letLeasesPass(database);
    const next = startWorker(second.url);
    await until(() => isDone(database));
    await expectOnce(doubt);
    next.kill("SIGKILL");
    await database.$disconnect();
    await second.release();
    await rm(dataDir, { recursive: true, force: true });
  });
});
