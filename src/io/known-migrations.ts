import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The migrations this version of the product needs, by folder name, oldest first. */
export async function knownMigrations(): Promise<string[]> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
