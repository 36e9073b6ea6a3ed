// `prisma migrate deploy` without the engine it would download: the same files, the same records in
// `_prisma_migrations`, the same lock, so that Prisma's own tools find their own work. One difference:
// each file runs in one transaction together with its record, so a migration that fails leaves nothing.
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

const OUR_MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** Prisma's own number; two starts at once wait for each other, whoever of us or Prisma they are. */
const ADVISORY_LOCK = 72707369;

/** As Prisma creates it. */
const RECORDS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */
/** @typedef {{ migration_name: string, checksum: string, finished_at: Date | null }} Recorded */

/**
 * Brings the database to the schema of this version of the code.
 *
 * @param {string} url
 * @param {{ migrationsFolder?: string, through?: string }} [options] through: the last migration to apply, for a
 *   database that is to be as an earlier version had it
 * @returns {Promise<{ applied: string[] }>} names of the migrations applied now, none when it was up to date
 * @throws with a message for people when the database is newer than the code, holds other tables, or when
 *   a migration was edited after it was applied, failed before, or fails now
 */
export async function migrate(url, { migrationsFolder = OUR_MIGRATIONS, through } = {}) {
  const migrations = readMigrations(migrationsFolder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await refuseForeignTables(client);
    await client.query(RECORDS);
    const { rows } = await client.query(
      `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
    );
    const pending = pendingMigrations(migrations, rows).filter(
      ({ name }) => through === undefined || name <= through,
    );
    for (const migration of pending) await apply(client, migration);
    return { applied: pending.map(({ name }) => name) };
  } finally {
    await client.end(); // gives the lock back
  }
}

/** @param {string} folder @returns {Migration[]} */
function readMigrations(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** @param {Migration[]} migrations @param {Recorded[]} recorded @returns {Migration[]} */
function pendingMigrations(migrations, recorded) {
  const failed = recorded.filter(({ finished_at }) => finished_at === null);
  if (failed.length > 0) {
    throw new Error(
      `The migration ${names(failed)} was begun by Prisma and did not finish. Put the database right by hand, then ` +
        "`npx prisma migrate resolve`, or restore a backup.",
    );
  }
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const newer = recorded.filter(({ migration_name }) => !known.has(migration_name));
  if (newer.length > 0) {
    throw new Error(
      `The database was migrated by a newer version of the project (${names(newer)}). This version would not ` +
        "understand it. Update the checkout to that version or later, or use another DATABASE_URL or DATA_DIR.",
    );
  }
  const edited = recorded.filter((row) => known.get(row.migration_name)?.checksum !== row.checksum);
  if (edited.length > 0) {
    throw new Error(
      `The migration ${names(edited)} is not the one that was applied to this database: its file was edited since. ` +
        "Take the file back (git checkout), and write the change as a further migration (npm run drift -- --write <name>).",
    );
  }
  const done = new Set(recorded.map(({ migration_name }) => migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

/** @param {Recorded[]} rows */
const names = (rows) => rows.map(({ migration_name }) => migration_name).join(", ");

/** @param {pg.Client} client */
async function refuseForeignTables(client) {
  const { rows } = await client.query(`
    SELECT current_database() AS database, min(relname) AS example FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
      AND to_regclass('"_prisma_migrations"') IS NULL
    HAVING count(*) > 0`);
  const [found] = rows;
  if (found !== undefined) {
    throw new Error(
      `The database ${found.database} holds tables of something else (${found.example}). ` +
        "Give this project a database of its own: name another one in DATABASE_URL; it is created if missing.",
    );
  }
}

/** @param {pg.Client} client @param {Migration} migration */
async function apply(client, { name, sql, checksum }) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const line = error.position ? ` (line ${sql.slice(0, Number(error.position)).split("\n").length})` : "";
    throw new Error(`The migration ${name} failed and changed nothing: ${error.message}${line}`, {
      cause: error,
    });
  }
}
