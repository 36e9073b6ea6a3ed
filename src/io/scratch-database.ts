import { randomBytes } from "node:crypto";
import { type Client, escapeIdentifier } from "pg";
import { migrateDatabase } from "./migrate-database";
import { onServer } from "./on-server";

/** A database beside the live one, for what is thrown away, or takes its place. */
export interface ScratchDatabase {
  readonly url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

const PREFIX = "svt_scratch";
/** One that a killed process left behind is removed by the next that makes one, after this time. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/**
 * Makes an empty database on the server of the live one.
 *
 * @param through the last migration that its tables are to have; left out: today's tables
 * @throws with what to do when the database's user may not make databases
 */
export async function createScratchDatabase(databaseUrl: string, through?: string): Promise<ScratchDatabase> {
  const name = `${PREFIX}_${Date.now()}_${randomBytes(4).toString("hex")}`;
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  await onServer(databaseUrl, async (client) => {
    await removeForgotten(client);
    try {
      await client.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0`);
    } catch (error) {
      if ((error as { code?: unknown }).code !== "42501") throw error; // insufficient_privilege
      throw new Error(
        "This needs a database beside the live one, and the user of DATABASE_URL may not make any. " +
          "Let the database's owner say: ALTER ROLE <user> CREATEDB.",
      );
    }
  });
  const drop = () =>
    onServer(databaseUrl, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
    });
  try {
    await migrateDatabase(url.href, through);
  } catch (error) {
    await drop();
    throw error;
  }
  return { url: url.href, drop };
}

async function removeForgotten(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1) AND pg_has_role(datdba, 'MEMBER')",
    [`${PREFIX}_`],
  );
  for (const { datname } of rows) {
    const madeAt = Number(datname.split("_")[2]);
    if (Date.now() - madeAt < FORGOTTEN_AFTER_MS) continue;
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(datname)} WITH (FORCE)`);
  }
}
