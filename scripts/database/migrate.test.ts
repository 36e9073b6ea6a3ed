import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { migrate } from "./migrate.mjs";

let database: TestDatabase;
let migrationsFolder: string;

beforeEach(async () => {
  database = await createTestDatabase("no tables");
  migrationsFolder = mkdtempSync(join(tmpdir(), "migrations-"));
  write(
    "20260101000000_first",
    "CREATE TABLE council (name text); CREATE FUNCTION one() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql;",
  );
});

afterEach(async () => {
  await database.drop();
  rmSync(migrationsFolder, { recursive: true, force: true });
});

function write(name: string, sql: string) {
  mkdirSync(join(migrationsFolder, name), { recursive: true });
  writeFileSync(join(migrationsFolder, name, "migration.sql"), sql);
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const run = () => migrate(database.url, { migrationsFolder });

describe("migrate", () => {
  it("applies what is missing in the order of the names, and then nothing", async () => {
    write("20260201000000_second", "ALTER TABLE council ADD COLUMN code text;");
    expect(await run()).toEqual({ applied: ["20260101000000_first", "20260201000000_second"] });
    expect(await run()).toEqual({ applied: [] });
    write("20260301000000_third", "INSERT INTO council VALUES ('Exampleshire', 'X01');");
    expect(await run()).toEqual({ applied: ["20260301000000_third"] });
    expect(await query("SELECT * FROM council")).toEqual([{ name: "Exampleshire", code: "X01" }]);
  });

  it("records each one as Prisma does", async () => {
    await run();
    expect(await query(`SELECT * FROM "_prisma_migrations"`)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
        finished_at: expect.any(Date),
        migration_name: "20260101000000_first",
        logs: null,
        rolled_back_at: null,
        started_at: expect.any(Date),
        applied_steps_count: 1,
      },
    ]);
  });

  it("lets two starts at once apply each file once", async () => {
    const both = await Promise.all([run(), run(), run()]);
    expect(both.flatMap(({ applied }) => applied)).toEqual(["20260101000000_first"]);
  });

  it("leaves nothing of a migration that fails, and says which line", async () => {
    write("20260201000000_second", "CREATE TABLE half (a int);\nINSERT INTO nowhere VALUES (1);");
    await expect(run()).rejects.toThrow(
      /20260201000000_second failed and changed nothing: .*"nowhere".* \(line 2\)/,
    );
    expect(await query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    expect(await query(`SELECT migration_name FROM "_prisma_migrations"`)).toHaveLength(1);
    write("20260201000000_second", "CREATE TABLE half (a int);");
    expect(await run()).toEqual({ applied: ["20260201000000_second"] });
  });

  it("refuses a migration edited after it was applied", async () => {
    await run();
    write("20260101000000_first", "CREATE TABLE council (name text, more text);");
    await expect(run()).rejects.toThrow("20260101000000_first is not the one that was applied");
  });

  it("refuses a database newer than the code", async () => {
    write("20260201000000_second", "SELECT 1;");
    await run();
    rmSync(join(migrationsFolder, "20260201000000_second"), { recursive: true });
    await expect(run()).rejects.toThrow(/newer version of the project \(20260201000000_second\)/);
  });

  it("refuses to go on after a migration that Prisma began and did not finish", async () => {
    await run();
    await query(`UPDATE "_prisma_migrations" SET finished_at = NULL`);
    await expect(run()).rejects.toThrow("20260101000000_first was begun by Prisma and did not finish");
    await query(`UPDATE "_prisma_migrations" SET rolled_back_at = now()`);
    await query("DROP TABLE council; DROP FUNCTION one");
    expect(await run()).toEqual({ applied: ["20260101000000_first"] });
  });

  it("refuses a database that holds something else", async () => {
    await query("CREATE TABLE invoices (id int)");
    await expect(run()).rejects.toThrow(/holds tables of something else \(invoices\)/);
  });

  it("runs the project's own migrations on an empty database", async () => {
    cpSync("prisma/migrations", migrationsFolder, { recursive: true });
    rmSync(join(migrationsFolder, "20260101000000_first"), { recursive: true });
    const { applied } = await run();
    expect(applied[0]).toBe("20261123000000_store");
    expect(await query(`SELECT count(*)::int AS snapshots FROM "Snapshot"`)).toEqual([{ snapshots: 0 }]);
  });
});
