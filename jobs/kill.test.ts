import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "esbuild";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIGURE_TABLES } from "@/store/figure-tables";
import { createTestDatabase } from "@/testing/database";
import { migrate } from "../scripts/database/migrate.mjs";
import { openDatabase } from "../scripts/database/open-database.mjs";

/** Inside the project, so that the bundle finds the installed packages. */
const BUNDLE = join("dist", `kill-test-${process.pid}.mjs`);

let folder: string;
let whole: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "svt-kill-"));
  await build({
    entryPoints: ["jobs/run.ts"],
    outfile: BUNDLE,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  const undisturbed = await createTestDatabase();
  expect(await loadArchive(undisturbed, "undisturbed")).toBe(0);
  whole = await content(undisturbed.url);
  expect(whole.length).toBeGreaterThan(3000);
  await undisturbed.drop();
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(BUNDLE, { force: true });
});

function startLoading(database: { readonly url: string }, name: string): ChildProcess {
  return spawn(process.execPath, [BUNDLE, "load-archive"], {
    stdio: "ignore",
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      DATABASE_URL: database.url,
      DATA_DIR: join(folder, name),
      SOURCES: "archive",
      LOG_LEVEL: "silent",
    },
  });
}

async function loadArchive(database: { readonly url: string }, name: string): Promise<number | null> {
  const [code] = await once(startLoading(database, name), "exit");
  return code;
}

/** Everything that counts, without what differs between two stores that say the same: ids and times. */
async function content(url: string): Promise<string[]> {
  return asking(url, async (client) => {
    const lines: string[] = [];
    for (const table of FIGURE_TABLES) {
      const model = `${table.charAt(0).toUpperCase()}${table.slice(1)}`;
      const { rows } = await client.query(
        `SELECT "series", "fingerprint", "snapshotSha256", "locator", "currentFrom" IS NOT NULL AS "counts",
                "currentUntil" IS NOT NULL AS "ended" FROM "${model}"`,
      );
      lines.push(...rows.map((row) => JSON.stringify(row)));
    }
    const { rows } = await client.query(
      'SELECT "publicationId", "url", "snapshotSha256", "origin" FROM "Capture"',
    );
    lines.push(...rows.map((row) => JSON.stringify(row)));
    return lines.sort();
  });
}

async function asking<T>(url: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

const count = (url: string, table: string) =>
  asking(url, async (client) =>
    Number((await client.query(`SELECT count(*) FROM "${table}"`)).rows[0].count),
  );

async function until(what: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await what())) {
    if (performance.now() > deadline) throw new Error("It never happened.");
    await pause(5);
  }
}

describe("an ingestion that is killed and started again ends as if nothing had happened", {
  timeout: 120_000,
}, () => {
  it.each([1, 6, 14])("killed once %i documents are kept", async (kept) => {
    const database = await createTestDatabase();
    const name = `killed-${kept}`;
    const child = startLoading(database, name);
    await until(async () => (await count(database.url, "Capture")) >= kept);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await content(database.url)).not.toEqual(whole);

    expect(await loadArchive(database, name)).toBe(0);
    expect(await content(database.url)).toEqual(whole);
    await asking(database.url, async (client) => {
      const { rows } = await client.query('SELECT "status" FROM "IngestionRun" ORDER BY "startedAt"');
      expect(rows.map(({ status }) => status)).toEqual(["interrupted", "ok"]);
    });
    const shelves = await readdir(join(folder, name, "snapshots"), { recursive: true });
    expect(shelves.filter((path) => /[0-9a-f]{64}$/.test(path))).toHaveLength(
      await count(database.url, "Snapshot"),
    );
    await database.drop();
  });

  it("whose connections to the database are cut off ends with an error, not with half a store", async () => {
    const database = await createTestDatabase();
    const child = startLoading(database, "cut-off");
    const exited = once(child, "exit");
    await until(async () => (await count(database.url, "Capture")) >= 5);
    await asking(database.url, (client) =>
      client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      ),
    );
    const [code] = await exited;
    expect(code).toBe(1);
    expect(await loadArchive(database, "cut-off")).toBe(0);
    expect(await content(database.url)).toEqual(whole);
    await database.drop();
  });

  it("whose database server is killed outright goes on where it was, once the server is up again", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "svt-kill-server-"));
    await chmod(dataDir, 0o711); // the account PostgreSQL runs as must pass
    const first = await openDatabase({ dataDir });
    await migrate(first.url);
    const child = startLoading(first, "server");
    const exited = once(child, "exit");
    await until(async () => (await count(first.url, "Capture")) >= 8);
    const [pid] = (await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n");
    process.kill(Number(pid), "SIGKILL");
    const [code] = await exited;
    expect(code).toBe(1);

    const second = await openDatabase({ dataDir });
    expect(await loadArchive(second, "server")).toBe(0);
    expect(await content(second.url)).toEqual(whole);
    await second.release();
    await rm(dataDir, { recursive: true, force: true });
  });

  it("waits while the same job runs elsewhere, so that two at once do the work once", async () => {
    const database = await createTestDatabase();
    const both = await Promise.all([loadArchive(database, "first"), loadArchive(database, "second")]);
    expect(both).toEqual([0, 0]);
    expect(await content(database.url)).toEqual(whole);
    expect(await count(database.url, "IngestionRun")).toBe(1);
    await database.drop();
  });
});
