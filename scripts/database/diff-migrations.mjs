// What separates prisma/migrations from prisma/schema.prisma, as SQL. Prisma's own schema engine is
// asked, in its WebAssembly form: the native one is a download that a closed network refuses. The
// migrations are applied to a PostgreSQL that lives in this process's memory only.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";

/**
 * The SQL of the migration that is missing, or "" when migrations and schema agree.
 *
 * @param {{ migrationsFolder: string, schemaFile: string }} where
 * @returns {Promise<string>}
 * @throws when a migration does not run on an empty database
 */
export async function diffMigrations({ migrationsFolder, schemaFile }) {
  const schema = { path: "schema.prisma", content: readFileSync(schemaFile, "utf8") };
  const { SchemaEngine } = await loadEngine();
  /** @type {PGlite[]} */
  const databases = [];
  /** @type {Error | undefined} */
  let failure;

  const connect = async () => {
    const database = new PGlite();
    databases.push(database);
    const adapter = await new PrismaPGlite(database).connect();
    // The adapter's own executeScript doesn't wait, and loses the error of a migration that doesn't run.
    adapter.executeScript = async (script) => {
      await database.exec(script).catch((error) => {
        failure ??= new Error(`A migration does not run on an empty database: ${error.message}`);
        throw failure;
      });
    };
    return adapter;
  };

  try {
    const schemaEngine = await SchemaEngine.new(
      { datamodels: [[schema.path, schema.content]] },
      () => {},
      bindMigrationAwareSqlAdapterFactory({
        provider: "postgres",
        adapterName: "pglite",
        connect,
        connectToShadowDb: connect,
      }),
    );
    const difference = await schemaEngine.diff({
      from: { tag: "migrations", ...listMigrations(migrationsFolder) },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    // 2 is the engine's word for "they differ", as in `prisma migrate diff --exit-code`.
    return difference.exitCode === 2 ? (difference.stdout ?? "") : "";
  } catch (error) {
    throw failure ?? error;
  } finally {
    await Promise.all(databases.map((database) => database.close()));
  }
}

/** @param {string} folder */
function listMigrations(folder) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(join(folder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(folder, path, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** @type {Promise<typeof engine> | undefined} one instance per process: its memory belongs to the module */
let loading;
const loadEngine = () => {
  loading ??= instantiateEngine();
  return loading;
};

/** The package's own entry imports the .wasm file as a module, which Node 20 cannot; so by hand. */
async function instantiateEngine() {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": engine,
  });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine;
}
