import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { joinServer } from "../../scripts/database/embedded-postgres.mjs";
import { migrate } from "../../scripts/database/migrate.mjs";
import type { TestServer } from "./global-setup";

export type TestDatabase = {
  readonly url: string;
  /** Removes the database, whoever is still connected. Forgotten ones go when the run ends. */
  drop(): Promise<void>;
};

/**
 * A database of one's own with all tables and no rows, copied from a template that is migrated once per
 * run: about 50 ms. Take one per test file (`beforeAll`) and drop it in `afterAll`.
 *
 * @param rows "no tables" for tests of the migrations themselves
 */
export async function createTestDatabase(rows: "migrated" | "no tables" = "migrated"): Promise<TestDatabase> {
  const server = inject("testServer");
  const serverUrl = await startServer(server);
  const name = `${server.prefix}_${randomBytes(4).toString("hex")}`;
  const template = rows === "migrated" ? await templateOf(serverUrl, server.prefix) : "template0";
  // Copying files waits for the disk, which a server that is thrown away afterwards never does.
  const strategy = "serverUrl" in server ? "" : "STRATEGY FILE_COPY";
  await onServer(serverUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template} ${strategy}`),
  );
  return {
    url: urlOf(serverUrl, name),
    drop: async () => {
      await onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function startServer(server: TestServer): Promise<string> {
  if ("serverUrl" in server) return server.serverUrl;
  // Never left again by a test process: the run's end stops it, so it need not start for every file.
  const { port, password } = await joinServer({ dataDir: server.dataDir, disposable: true });
  return `postgresql://app:${password}@127.0.0.1:${port}/postgres`;
}

/** Test files run in processes of their own: the first one makes the template, the others wait for it. */
async function templateOf(serverUrl: string, prefix: string): Promise<string> {
  const template = `${prefix}_template`;
  await onServer(serverUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [template]);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [template]);
    if (rowCount === 1) return;
    const unfinished = `${prefix}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished} TEMPLATE template0`);
    await migrate(urlOf(serverUrl, unfinished));
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  });
  return template;
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
