import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assess } from "@/assess/assess";
import { openDatabase } from "@/io/database";
import { knownMigrations } from "@/io/known-migrations";
import { createScratchDatabase } from "@/io/scratch-database";
import { withdrawFlag } from "@/review/withdraw-flag";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillJudgedEngland } from "@/testing/judged-england";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { backupJob } from "./backup";
import { tablesInOrder } from "./backup/tables-in-order";
import { writeBackup } from "./backup/write-backup";
import type { JobSettings } from "./job";
import { restoreJob } from "./restore";

/* Exampleshire and its neighbours, judged; a flag withdrawn, somebody signed in, messages under way. */

const FLAG = "X01-deficit-above-profile";
const signal = new AbortController().signal;

let database: TestDatabase;
let context: TestContext;
let folder: string;
let file: string;
/** Databases that restoring left beside the live one. */
let beside: string[];

beforeEach(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  folder = mkdtempSync(join(tmpdir(), "backup-"));
  file = join(folder, "tracker.tar.gz");
  beside = [];
});
afterEach(async () => {
  await context.close();
  await database.drop();
  for (const name of beside) await query("/postgres", `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  rmSync(folder, { recursive: true });
});

function settings(args: readonly string[], said: string[] = []): JobSettings {
  return {
    ...{
      context,
      databaseUrl: database.url,
      runId: randomUUID(),
      args,
      sourceMode: "auto",
      trigger: "test",
      signal,
    },
    progress: (line) => said.push(line),
  };
}

const backup = (to = file) => backupJob.run(settings([to]));

async function restore(from = file, sourceMode: JobSettings["sourceMode"] = "auto") {
  const outcome = (await restoreJob.run({ ...settings([from]), sourceMode })) as unknown as {
    keptAs: string;
  };
  beside.push(outcome.keptAs);
  return outcome;
}

/** With a connection of its own: restoring cuts off those that were there before. */
async function query<T extends object>(path: string | null, sql: string): Promise<T[]> {
  const url = new URL(database.url);
  if (path !== null) url.pathname = path;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table, as one hash for each; by the name of the table. */
async function rowsOf(path: string | null = null): Promise<Record<string, string>> {
  const client = new Client({
    connectionString: path === null ? database.url : new URL(path, database.url).href,
  });
  await client.connect();
  try {
    const hashes: Record<string, string> = {};
    for (const table of await tablesInOrder(client)) {
      const { rows } = await client.query(`SELECT to_jsonb(t)::text AS row FROM "${table}" t ORDER BY 1`);
      hashes[table] = `${rows.length} ${createHash("sha256").update(JSON.stringify(rows)).digest("hex")}`;
    }
    return hashes;
  } finally {
    await client.end();
  }
}

async function fill(): Promise<void> {
  await fillJudgedEngland(context.database);
  const { sha256 } = await context.snapshots.keep(new TextEncoder().encode("a document"));
  const kept = await context.database.snapshot.findFirstOrThrow();
  await context.database.snapshot.create({ data: { ...kept, sha256, size: 10 } });
  await assess(context);
  context.clock.forward(1);
  await withdrawFlag(context, { flagId: FLAG, reason: "One row too low.\tWith a tab, a \\ and\na line." });
}

describe("a backup that is put back", () => {
  beforeEach(fill);

  it("brings every row back as it was, and keeps what was there in between beside it", async () => {
    const before = await rowsOf();
    await backup();
    await context.database.flag.deleteMany({ where: { id: "nothing like that" } });
    await query(null, `UPDATE "CouncilStatus" SET status = 'on-track'`);
    const meanwhile = await rowsOf();
    expect(meanwhile).not.toEqual(before);

    const { keptAs } = await restore();
    const { Session: _, AuditEntry: audited, IngestionRun: __, ...after } = await rowsOf();
    const { Session: ___, AuditEntry: auditedBefore, IngestionRun: ____, ...was } = before;
    expect(after).toEqual(was);
    expect(Number(audited?.split(" ")[0])).toBe(Number(auditedBefore?.split(" ")[0]) + 1);
    expect(await rowsOf(`/${keptAs}`)).toEqual(meanwhile);
  });

  it("goes on counting where it was, and refuses what the record refuses", async () => {
    await backup();
    await restore();
    const entry = `INSERT INTO "AuditEntry" (actor, verb, "subjectKind", "subjectId", at) VALUES ('test', 'a', 'b', 'c', now())`;
    await query(null, entry);
    expect(
      await query(null, `SELECT count(DISTINCT id)::int = count(*)::int AS apart FROM "AuditEntry"`),
    ).toEqual([{ apart: true }]);
    for (const sql of [`DELETE FROM "AuditEntry"`, `TRUNCATE "AuditEntry"`, `DELETE FROM "FlagDecision"`]) {
      await expect(query(null, sql), sql).rejects.toThrow();
    }
    const always = `SELECT tgname FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal ORDER BY 1`;
    expect(await query(null, always)).toHaveLength(2);
    expect(
      await query(null, `SELECT tgname FROM pg_trigger WHERE tgenabled = 'D' AND NOT tgisinternal`),
    ).toEqual([]);
  });

  it("brings back the documents that a new machine lacks", async () => {
    const elsewhere = await createTestContext(database.url);
    await backup();
    await restoreJob.run({ ...settings([file]), context: elsewhere }).then((outcome) => {
      beside.push((outcome as unknown as { keptAs: string }).keptAs);
    });
    const [document] = await query<{ sha256: string }>(null, `SELECT sha256 FROM "Snapshot" WHERE size = 10`);
    const bytes = await elsewhere.snapshots.read(document?.sha256 ?? "");
    expect(new TextDecoder().decode(bytes ?? undefined)).toBe("a document");
    await elsewhere.close();
  });

  it("signs everybody out, and sends nothing that may have been sent since", async () => {
    const at = context.clock.now();
    const { database: store } = context;
    await store.user.create({
      data: {
        ...{ id: "u", email: "u@example.org", role: "admin", createdAt: at, updatedAt: at },
        sessions: {
          create: {
            id: "s",
            token: "t",
            expiresAt: new Date(at.getTime() + 1e9),
            createdAt: at,
            updatedAt: at,
          },
        },
      },
    });
    const batch = await store.alertBatch.create({
      data: { madeAt: at, state: "released", alerts: 1, recipients: 1 },
    });
    const delivery = (key: string, state: string, batchId: number | null) => ({
      ...{ key, state, batchId, purpose: "alert", channel: "email", address: "a@example.org" },
      ...{ createdAt: at, dueAt: at, alertIds: [] },
    });
    await store.delivery.createMany({
      data: [
        delivery("of a batch", "queued", batch.id),
        delivery("of no batch", "sending", null),
        delivery("sent", "sent", batch.id),
      ],
    });
    await backup();
    await restore();
    expect(await query(null, `SELECT FROM "Session"`)).toEqual([]);
    expect(await query(null, `SELECT key, state FROM "Delivery" ORDER BY key`)).toEqual([
      { key: "of a batch", state: "held" },
      { key: "of no batch", state: "cancelled" },
      { key: "sent", state: "sent" },
    ]);
    expect(await query(null, `SELECT state FROM "AlertBatch"`)).toEqual([{ state: "held" }]);
  });

  it("is whole though others write meanwhile", async () => {
    const before = await rowsOf();
    const written = await writeBackup(
      {
        clock: context.clock,
        snapshots: {
          ...context.snapshots,
          // Documents come after the rows: by now all rows are in.
          read: async (sha256) => {
            await query(null, `UPDATE "CouncilStatus" SET status = 'on-track'`);
            return context.snapshots.read(sha256);
          },
        },
      },
      { databaseUrl: database.url, file, practice: false, signal },
    );
    expect(written.snapshots).toBe(1);
    await restore();
    expect((await rowsOf()).CouncilStatus).toBe(before.CouncilStatus);
  });

  it("says which documents it couldn't find, and is partial", async () => {
    // Those of the invented releases are in the store by name only.
    const outcome = (await backup()) as unknown as { status: string; lost: string[] };
    expect(outcome.status).toBe("partial");
    expect(outcome.lost.length).toBeGreaterThan(0);
  });

  it("stands in the record of runs, so that its age is known", async () => {
    await backup();
    expect(await query(null, `SELECT job, status FROM "IngestionRun" WHERE job = 'backup'`)).toEqual([
      { job: "backup", status: "partial" },
    ]);
  });

  it("is for its owner's eyes only, and there only when it's whole", async () => {
    await backup();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const ended = AbortSignal.abort(new Error("told to end"));
    const other = join(folder, "other.tar.gz");
    await expect(backupJob.run({ ...settings([other]), signal: ended })).rejects.toThrow("told to end");
    expect(() => statSync(other)).toThrow("ENOENT");
  });
});

describe("a backup of an earlier version", () => {
  it("gets today's tables once its rows are in", async () => {
    const migrations = await knownMigrations();
    const earlier = await createScratchDatabase(database.url, migrations.at(-2));
    try {
      const old = openDatabase(earlier.url);
      await old.$executeRaw`INSERT INTO "AuditEntry" (actor, verb, "subjectKind", "subjectId", at)
        VALUES ('somebody', 'of old', 'a', 'b', now())`;
      await old.$disconnect();
      await writeBackup(context, { databaseUrl: earlier.url, file, practice: false, signal });
      await restore();
    } finally {
      await earlier.drop();
    }
    expect(await query(null, `SELECT verb FROM "AuditEntry" ORDER BY id`)).toEqual([
      { verb: "of old" },
      { verb: "store.restore" },
    ]);
    const applied = await query<{ name: string }>(
      null,
      `SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1`,
    );
    expect(applied.map(({ name }) => name)).toEqual(migrations);
  });
});

describe("what isn't put back", () => {
  const whole = () => gunzipSync(readFileSync(file));
  const changed = (change: (bytes: Buffer) => Buffer) => writeFileSync(file, gzipSync(change(whole())));
  const replaced = (from: string, to: string) =>
    changed((bytes) => Buffer.from(bytes.toString("latin1").replace(from, to), "latin1"));

  it.each<[what: string, damage: () => void, says: RegExp]>([
    ["no file", () => rmSync(file), /There is no file/],
    ["something else", () => writeFileSync(file, "a letter"), /isn't a whole backup/],
    ["a packed letter", () => writeFileSync(file, gzipSync("a letter")), /isn't a whole backup/],
    [
      "one that was cut off",
      () => writeFileSync(file, readFileSync(file).subarray(0, -400)),
      /isn't a whole backup/,
    ],
    ["one that lacks its end", () => changed((bytes) => bytes.subarray(0, 3 * 512)), /isn't a whole backup/],
    ["one with another word", () => replaced("Exampleshire", "Examplesh1re"), /changed or damaged/],
    ["one of another layout", () => replaced('"format":1', '"format":2'), /manifest/],
    ["one of a later version", () => replaced('"migrations":["2', '"migrations":["3'), /later version/],
  ])("%s", async (_, damage, says) => {
    await fill();
    await backup();
    const before = await rowsOf();
    damage();
    const told = await restore().then(() => "", String);
    expect(told).toMatch(says);
    expect(told).toMatch(/Nothing was changed|There is no file/);
    expect(await rowsOf()).toEqual(before);
  });

  it("one of real councils among the invented ones, or the other way round", async () => {
    await backup();
    await expect(restore(file, "practice")).rejects.toThrow("real councils");
    const practice = join(folder, "practice.tar.gz");
    await backupJob.run({ ...settings([practice]), sourceMode: "practice" });
    await expect(restore(practice)).rejects.toThrow("SOURCES=practice");
  });
});

describe("a backup that fails", () => {
  it("stands in the record of runs with why", async () => {
    await expect(backup(join(folder, "missing", "x.tar.gz"))).rejects.toThrow("can't be written");
    expect(await query(null, `SELECT status, error FROM "IngestionRun" WHERE job = 'backup'`)).toEqual([
      { status: "failed", error: expect.stringContaining("ENOENT") },
    ]);
  });

  it("tells what went wrong first, where the database is gone too", async () => {
    const nowhere = new URL(database.url);
    nowhere.pathname = "/nobody_made_this";
    const lost = openDatabase(nowhere.href);
    const run = backupJob.run({
      ...settings([file]),
      context: { ...context, database: lost },
      databaseUrl: nowhere.href,
    });
    await expect(run).rejects.toThrow(/^database "nobody_made_this" does not exist$/);
    await lost.$disconnect();
  });
});

describe("where a backup is written to", () => {
  it("is named, and isn't something that is there", async () => {
    await expect(backupJob.run(settings([]))).rejects.toThrow("Name one file");
    await expect(backupJob.run(settings(["a", "b"]))).rejects.toThrow("Name one file");
    writeFileSync(file, "precious");
    await expect(backup()).rejects.toThrow("There is something at");
    expect(readFileSync(file, "utf8")).toBe("precious");
    await expect(backup(join(folder, "missing", "x.tar.gz"))).rejects.toThrow("can't be written");
  });
});
