import { join } from "node:path";
import { migrate } from "../../scripts/database/migrate.mjs";

/**
 * Brings a database to the tables of this version, or of an earlier one.
 *
 * @param through the last migration to apply; left out: all
 */
export async function migrateDatabase(databaseUrl: string, through?: string): Promise<void> {
  await migrate(databaseUrl, {
    // What is bundled doesn't know where it came from.
    migrationsFolder: join(process.cwd(), "prisma", "migrations"),
    ...(through === undefined ? {} : { through }),
  });
}
