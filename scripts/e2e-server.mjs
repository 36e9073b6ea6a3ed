// The product as the end-to-end tests meet it: `npm start` with a data folder and, where DATABASE_URL names a server,
// a database of its own, both gone afterwards. `archive`: on the bundled archive. `practice`: on the invented councils,
// with a mail server and webhooks on this machine.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { VARIABLES } from "./environment.mjs";

const practice = process.argv[2] === "practice";
const dataDir = mkdtempSync(join(tmpdir(), "svt-e2e-"));
chmodSync(dataDir, 0o711); // the account PostgreSQL runs as must pass
const database = `svt_e2e_${randomBytes(4).toString("hex")}`;
const server = process.env.DATABASE_URL ? new URL(process.env.DATABASE_URL) : undefined;
if (server) server.pathname = `/${database}`; // created by the start, as any missing database

const start = spawn(process.execPath, [fileURLToPath(new URL("start.mjs", import.meta.url))], {
  stdio: ["ignore", "inherit", "inherit"],
  env: {
    ...process.env,
    // Set, if to nothing: a developer's .env must not reach into the tests.
    ...Object.fromEntries(VARIABLES.map((name) => [name, ""])),
    PORT: practice ? process.env.E2E_PRACTICE_PORT : process.env.E2E_PORT,
    DATA_DIR: dataDir,
    DATABASE_URL: server?.href ?? "",
    SOURCES: practice ? "practice" : "archive",
    ...(practice
      ? { SMTP_URL: `smtp://127.0.0.1:${process.env.E2E_SMTP_PORT}`, LOOPBACK_WEBHOOKS: "true" }
      : {}),
    LOG_LEVEL: "warn",
    ADMIN_EMAIL: "admin@example.org",
    ADMIN_PASSWORD: "four words of an admin",
    // Tests of what is slowed by address come from an address each, so that none slows another.
    TRUST_PROXY: "1",
  },
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.on(signal, () => start.kill("SIGTERM"));

const [code] = await once(start, "exit");
if (server) {
  server.pathname = "/postgres";
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await client.end();
}
rmSync(dataDir, { recursive: true, force: true });
process.exitCode = code ?? 1;
