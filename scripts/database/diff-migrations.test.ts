import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { diffMigrations } from "./diff-migrations.mjs";

let folder: string;
let where: { migrationsFolder: string; schemaFile: string };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "drift-"));
  cpSync("prisma", folder, { recursive: true });
  where = { migrationsFolder: join(folder, "migrations"), schemaFile: join(folder, "schema.prisma") };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("gives the SQL that leads from the migrations to the schema", { timeout: 60_000 }, async () => {
  const schema = readFileSync(where.schemaFile, "utf8");
  writeFileSync(where.schemaFile, schema.replace(/(model Publication \{\n)/, "$1  motto String?\n"));
  expect((await diffMigrations(where)).trim()).toBe(
    '-- AlterTable\nALTER TABLE "Publication" ADD COLUMN     "motto" TEXT;',
  );
});

it("names a migration that does not run", { timeout: 60_000 }, async () => {
  appendFileSync(
    join(where.migrationsFolder, "20261123000000_store", "migration.sql"),
    "CREATE TABLE half (;\n",
  );
  await expect(diffMigrations(where)).rejects.toThrow(/does not run on an empty database: syntax error/);
});
