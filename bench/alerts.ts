// One change of one council among a hundred thousand subscribers: how long matching takes, how fast a worker delivers
// beside the mail library alone, and what memory that takes. The mail server stands in a process of its own.
import { type ChildProcess, execFile, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Context } from "@/context";
import { createNotifyContext } from "@/io/create-notify-context";
import { deliver } from "@/notify/deliver";
import { raiseAlerts } from "@/notify/raise-alerts";
import { fillStore } from "@/testing/factories";
import { build } from "../scripts/build.mjs";
import { migrate } from "../scripts/database/migrate.mjs";
import { openDatabase } from "../scripts/database/open-database.mjs";
import { createSupervision } from "../scripts/supervision.mjs";
import { WORKER_FLAGS } from "../scripts/worker-flags.mjs";

export const title = "Alerts: 100,000 subscribers, one change of a council that a fifth of them follow";

const SUBSCRIBERS = Number(process.env.BENCH_SUBSCRIBERS ?? 100_000);
const FOLLOWERS = SUBSCRIBERS / 5;
/** Of the mail library alone, before and after ours: the machine may be busier at one time than at another. */
const BARE = FOLLOWERS / 4;
const GROUPS = Math.min(2_000, FOLLOWERS);
/** What the product promises of itself. */
const LIMITS = { matchedMs: 10_000, memoryMb: 300 };
const CHART_BYTES = 40_000;

const run_ = promisify(execFile);

export async function run({ say }: { say: (text: string) => void }) {
  const supervision = createSupervision(process.cwd());
  await build(process.cwd(), ["jobs"], (command) => supervision.step("The build", command));
  const dataDir = mkdtempSync(join(tmpdir(), "svt-bench-"));
  chmodSync(dataDir, 0o711); // the account PostgreSQL runs as must pass
  const server = await openDatabase({ dataDir });
  const site = await openSite();
  const sink = fork("bench/mail/sink.mjs");
  try {
    await migrate(server.url);
    const { port } = await answerOf<{ port: number }>(sink, "port");
    const context = createNotifyContext({
      ...{ databaseUrl: server.url, dataDir, sourceProxy: null, contactEmail: null, logLevel: "silent" },
      ...{ baseUrl: site.address, practice: false, actor: "bench", mailFrom: null, loopbackWebhooks: false },
      ...{ smtpUrl: `smtp://127.0.0.1:${port}`, sessionSecret: "a secret of this benchmark, long enough" },
    });
    const { database } = context;
    say(`${SUBSCRIBERS} subscribers; load of the machine ${load()}`);
    await fill(database);
    await change(database, 1);
    const begun = performance.now();
    const raised = await raiseAlerts(context);
    const matchedMs = performance.now() - begun;
    if (raised.messages !== FOLLOWERS) throw new Error(`${raised.messages} messages instead of ${FOLLOWERS}`);
    say(`${raised.messages} messages matched and queued in ${Math.round(matchedMs)} ms`);

    say(`a few by ourselves, to have their bytes and to see how long recording takes`);
    const groups: { size: number; milliseconds: number }[] = [];
    await database.$executeRaw`UPDATE "Delivery" SET state = 'held'`;
    await database.$executeRaw`UPDATE "Delivery" SET state = 'queued' WHERE id IN
      (SELECT id FROM "Delivery" ORDER BY id LIMIT ${GROUPS})`;
    await deliver(context, "mail", { onGroup: (group) => groups.push(group) });
    const bytesFile = join(dataDir, "message.json");
    writeFileSync(bytesFile, JSON.stringify(await sameBytes(database, site.address)));
    await database.$executeRaw`UPDATE "Delivery" SET state = 'held', attempts = 0, "sentAt" = NULL, "messageId" = NULL`;
    await database.$executeRaw`DELETE FROM "Message"`;

    const bare = async () => {
      const args = ["bench/mail/bare.mjs", `smtp://127.0.0.1:${port}`, bytesFile, String(BARE)];
      const { stdout } = await run_(process.execPath, args);
      return (JSON.parse(stdout) as { milliseconds: number }).milliseconds;
    };
    say(`the mail library alone, ${BARE} messages; load ${load()}`);
    const before = await bare();
    sink.send("forget");
    say(`a worker, ${FOLLOWERS} messages; load ${load()}`);
    const ours = await deliverAll(database, server.url, dataDir, site.address, port);
    say(`memory of the worker: ${Math.round(ours.idleMb)} MB idle, ${Math.round(ours.memoryMb)} MB at most`);
    const { counts, bytes } = await answerOf<{ counts: [string, number][]; bytes: number }>(
      sink,
      "counts",
      "report",
    );
    if (counts.length !== FOLLOWERS || counts.some(([, times]) => times !== 1)) {
      throw new Error(`The server took ${counts.length} messages of ${FOLLOWERS}, or one of them twice.`);
    }
    say(`the mail library alone again; load ${load()}`);
    const after = await bare();
    const bareRate = (2 * BARE * 1000) / (before + after);
    say(
      `each message has ${Math.round(bytes / FOLLOWERS / 1024)} KB; ${await renderings(database)} rendered`,
    );
    await database.$disconnect();
    await context.mailer.close();

    const window = groups.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const at = (share: number) => window[Math.floor((window.length - 1) * share)] ?? 0;
    say(
      `from acceptance to the record on the disk: median ${at(0.5).toFixed(1)} ms, 95 of 100 within ${at(0.95).toFixed(1)} ms, longest ${at(1).toFixed(1)} ms`,
    );
    return [
      measurement("matched and queued", "ms", "smaller", matchedMs, "the limit", LIMITS.matchedMs),
      measurement(
        "largest memory of the worker",
        "MB",
        "smaller",
        ours.memoryMb,
        "the limit",
        LIMITS.memoryMb,
      ),
      measurement(
        "delivered, each recorded durably",
        "messages/s",
        "larger",
        ours.rate,
        "nodemailer alone, nothing recorded",
        bareRate,
      ),
      measurement(
        "from acceptance to the record, 95 of 100",
        "ms",
        "smaller",
        at(0.95),
        "the median",
        at(0.5),
      ),
    ];
  } finally {
    sink.kill();
    site.close();
    await server.release();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The site's charts, as the worker asks for them. */
async function openSite() {
  const png = Buffer.alloc(CHART_BYTES, 7);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(png);
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "image/png" }).end(png),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, close: () => server.close() };
}

/** A fifth follow Exampleshire, the others Oldshire; everybody wants to hear of every kind at once. */
async function fill(database: Context["database"]): Promise<void> {
  const store = fillStore(database);
  const list = await store.edition({ publication: "local-authorities", key: "list" });
  await store.edition({ publication: "section-251-outturn", key: "2024-25" });
  for (const [dfeCode, name] of [
    ["X01", "Exampleshire"],
    ["X02", "Oldshire"],
  ] as const) {
    await store.council(list, { dfeCode, name, gssCode: `X99000${dfeCode}` });
  }
  await database.$executeRaw`
    INSERT INTO "Subscriber" (id, email, "confirmedAt")
    SELECT 'many-' || n, 'many-' || n || '@example.net', now() FROM generate_series(1, ${SUBSCRIBERS}::int) n`;
  await database.$executeRaw`
    INSERT INTO "Subscription" (id, "subscriberId", channel, "everyCouncil", kinds, frequency, since, "digestedThrough")
    SELECT id, id, 'email', false, ARRAY['outturn-published', 'promise-missed', 'at-risk'], 'instant',
      now() - interval '30 days', now() - interval '30 days' FROM "Subscriber"`;
  await database.$executeRaw`
    INSERT INTO "SubscriptionCouncil" ("subscriptionId", "dfeCode")
    SELECT 'many-' || n, CASE WHEN n <= ${FOLLOWERS}::int THEN 'X01' ELSE 'X02' END
    FROM generate_series(1, ${SUBSCRIBERS}::int) n`;
  await database.$executeRaw`ANALYZE`;
}

async function change(database: Context["database"], number: number): Promise<void> {
  const snapshot = await database.snapshot.findFirstOrThrow();
  await database.change.create({
    data: {
      ...{ identity: `change ${number}`, kind: "outturn-published", publicationId: "section-251-outturn" },
      ...{ dfeCode: "X01", financialYear: "2024-25", subject: "net dsg outturn", origin: "live" },
      after: { kind: "money", pence: 3_550_000_000 },
      ...{ afterSnapshotSha256: snapshot.sha256, afterUrl: "https://example.org/release" },
      ...{ detectedAt: new Date(), runId: (await database.ingestionRun.findFirstOrThrow()).id },
    },
  });
}

/** Releases all, as an admin would, to a worker that is up, and waits for the last to be recorded. */
async function deliverAll(
  database: Context["database"],
  databaseUrl: string,
  dataDir: string,
  baseUrl: string,
  port: number,
): Promise<{ rate: number; idleMb: number; memoryMb: number }> {
  const worker = spawn(process.execPath, [...WORKER_FLAGS, "dist/scheduler.mjs"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      PATH: process.env.PATH,
      ...{ NODE_ENV: "production", DATABASE_URL: databaseUrl, DATA_DIR: dataDir, SOURCES: "archive" },
      ...{ LOG_LEVEL: "silent", SMTP_URL: `smtp://127.0.0.1:${port}`, BASE_URL: baseUrl },
      SESSION_SECRET: "a secret of this benchmark, long enough",
    },
  });
  await until(
    async () =>
      (
        await database.$queryRaw<object[]>`
    SELECT FROM pg_namespace WHERE nspname = 'graphile_worker'`
      ).length === 1,
  );
  await pause(5_000);
  const idleMb = memoryOf(worker, "VmRSS");
  const begun = performance.now();
  await database.$executeRaw`UPDATE "Delivery" SET state = 'queued', "dueAt" = now() WHERE state = 'held'`;
  await until(async () => (await database.delivery.count({ where: { state: "sent" } })) === FOLLOWERS);
  const milliseconds = performance.now() - begun;
  const memoryMb = memoryOf(worker, "VmHWM");
  worker.kill("SIGTERM");
  await once(worker, "exit");
  return { rate: (FOLLOWERS * 1000) / milliseconds, idleMb, memoryMb };
}

/** What every reader got, with the place where theirs differed. */
async function sameBytes(database: Context["database"], baseUrl: string) {
  const { subject, html, text, picture } = await database.message.findFirstOrThrow();
  const filled = (words: string) =>
    words
      .replaceAll("{{manage}}", `${baseUrl}/alerts/manage/{{token}}`)
      .replaceAll("{{unsubscribe}}", `${baseUrl}/alerts/unsubscribe/{{token}}`);
  return {
    ...{ from: "Safety Valve Tracker <alerts@127.0.0.1>", subject, html: filled(html), text: filled(text) },
    picture: Buffer.from(picture ?? []).toString("base64"),
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "List-Id": "Safety Valve Tracker alerts <alerts.127.0.0.1>",
      "List-Unsubscribe": `<${baseUrl}/alerts/unsubscribe/{{token}}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      Precedence: "list",
    },
  };
}

/** In MB, as Linux counts it. */
function memoryOf({ pid }: ChildProcess, what: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
}

const renderings = (database: Context["database"]) => database.message.count();
const load = () => loadavg()[0]?.toFixed(1);

async function answerOf<T extends object>(
  child: ChildProcess,
  key: keyof T & string,
  ask?: string,
): Promise<T> {
  return new Promise((resolve) => {
    const hear = (message: T) => {
      if (!(key in message)) return;
      child.off("message", hear);
      resolve(message);
    };
    child.on("message", hear);
    if (ask) child.send(ask);
  });
}

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await pause(200);
}

function measurement(
  what: string,
  unit: string,
  better: "smaller" | "larger",
  ours: number,
  comparedWith: string,
  theirs: number,
) {
  return { what, unit, better, ours, comparedWith, theirs };
}
