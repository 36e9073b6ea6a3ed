// npm run drift: do prisma/migrations and prisma/schema.prisma say the same? Exit 0 yes, 2 no.
// npm run drift -- --write <name>: writes what is missing as the next migration, to be read before committing.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { diffMigrations } from "./database/diff-migrations.mjs";

const prismaFolder = fileURLToPath(new URL("../prisma", import.meta.url));
const migrationsFolder = join(prismaFolder, "migrations");
const [flag, name] = process.argv.slice(2);

if (flag !== undefined && (flag !== "--write" || !/^[a-z][a-z0-9_]*$/.test(name ?? ""))) {
  console.error("Usage: npm run drift [-- --write <name>], the name in small letters, digits and _");
  process.exit(1);
}

const sql = await diffMigrations({ migrationsFolder, schemaFile: join(prismaFolder, "schema.prisma") });
if (sql === "") {
  console.log("The migrations lead to prisma/schema.prisma.");
} else if (flag === "--write") {
  const moment = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${moment}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), sql);
  console.log(`Written: prisma/migrations/${moment}_${name}/migration.sql. Read it, then commit it.`);
} else {
  console.error(
    `prisma/schema.prisma and prisma/migrations differ. Missing:\n\n${sql}\nCure: npm run drift -- --write <name>`,
  );
  process.exitCode = 2;
}
