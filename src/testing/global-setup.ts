import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { leaveServer } from "../../scripts/database/embedded-postgres.mjs";
import { isAlive } from "../../scripts/database/process-register.mjs";

/** Where a test run's databases are; nothing is started before a test asks for one. */
export type TestServer = { prefix: string } & ({ dataDir: string } | { serverUrl: string });

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

const FOLDER = "svt-test-";

/**
 * Vitest's global set-up: one PostgreSQL per run, on the server of DATABASE_URL when that is set (in
 * databases of its own, never in the named one), else embedded in a temporary folder.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prefix = `svt_test_${randomBytes(4).toString("hex")}`;
  if (process.env.DATABASE_URL) {
    const server = new URL(process.env.DATABASE_URL);
    server.pathname = "/postgres"; // every server has it; the named database may not exist yet
    const serverUrl = server.href;
    project.provide("testServer", { prefix, serverUrl });
    return () => dropDatabases(serverUrl, prefix);
  }

  await removeLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`));
  chmodSync(dataDir, 0o711); // the account PostgreSQL runs as must pass
  project.provide("testServer", { prefix, dataDir });
  return () => removeServer(dataDir);
}

async function removeServer(dataDir: string): Promise<void> {
  await leaveServer({ dataDir, whoever: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/** A run that was killed outright leaves its server up. Its folder's name says whose it was. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${FOLDER}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await removeServer(join(tmpdir(), name));
  }
}

async function dropDatabases(serverUrl: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [prefix],
    );
    for (const { datname } of rows)
      await client.query(`DROP DATABASE ${pg.escapeIdentifier(datname)} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
