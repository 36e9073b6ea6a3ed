import { setTimeout as pause } from "node:timers/promises";
import { type Client, escapeIdentifier } from "pg";
import { onServer } from "./on-server";

const PATIENCE_MS = 30_000;
const LONGEST_NAME = 63;

/**
 * Puts another database in the place of the live one, in one step: whoever is connected is cut off, and finds the
 * other one when connecting again. The one that was live keeps its rows under another name.
 *
 * @param now for that name
 * @returns the name under which the earlier one is kept
 * @throws when somebody can't be cut off, or the user may not rename; all is as before then
 */
export async function swapDatabases(databaseUrl: string, otherUrl: string, now: Date): Promise<string> {
  const live = nameIn(databaseUrl);
  const other = nameIn(otherUrl);
  const suffix = `_before_${now
    .toISOString()
    .replace(/[-:]|\.\d+/g, "")
    .toLowerCase()}`;
  const keptAs = `${live.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
  await onServer(databaseUrl, async (client) => {
    try {
      for (const name of [live, other]) await empty(client, name);
      await client.query("BEGIN");
      await rename(client, live, keptAs);
      await rename(client, other, live);
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK");
      await open(client, live, true);
      throw error;
    }
    for (const name of [live, keptAs]) await open(client, name, true);
  });
  return keptAs;
}

/** Lets nobody in and shows everybody out. */
async function empty(client: Client, name: string): Promise<void> {
  await open(client, name, false);
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const { rowCount } = await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
      [name],
    );
    if (rowCount === 0) return;
    if (performance.now() >= deadline) throw new Error(`Somebody stays connected to the database ${name}.`);
    await pause(50);
  }
}

async function open(client: Client, name: string, isOpen: boolean): Promise<void> {
  await client.query(`ALTER DATABASE ${escapeIdentifier(name)} WITH ALLOW_CONNECTIONS ${isOpen}`);
}

async function rename(client: Client, name: string, to: string): Promise<void> {
  await client.query(`ALTER DATABASE ${escapeIdentifier(name)} RENAME TO ${escapeIdentifier(to)}`);
}

function nameIn(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
}
