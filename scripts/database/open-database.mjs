import pg from "pg";
import { joinServer, leaveServer, serverRuns } from "./embedded-postgres.mjs";

const DATABASE = "safety_valve";

/**
 * @typedef {object} OpenDatabase
 * @property {string} url a connection string, password included: not for logs
 * @property {"embedded" | "external"} kind
 * @property {string} description for people, without a password
 * @property {() => boolean} isUp whether an embedded server still runs (an external one is not ours to watch)
 * @property {() => Promise<void>} release stops an embedded server if no other process uses it; once is enough
 */

/**
 * The database everything works on: the one of DATABASE_URL, else our own under `dataDir`. Created if missing.
 *
 * @param {{ dataDir: string, databaseUrl?: string | undefined }} where `dataDir` absolute
 * @returns {Promise<OpenDatabase>}
 * @throws with a message for people when it cannot be reached or made
 */
export async function openDatabase({ dataDir, databaseUrl }) {
  if (databaseUrl !== undefined) {
    const { host, pathname } = new URL(databaseUrl);
    await createIfMissing(databaseUrl).catch((error) => {
      throw new Error(
        `The database of DATABASE_URL (${host}${pathname}) cannot be used: ${reasonOf(error)}. ` +
          "Check that the server runs, and the user, password and name in DATABASE_URL.",
      );
    });
    return {
      url: databaseUrl,
      kind: "external",
      description: `${host}${pathname}`,
      isUp: () => true,
      release: async () => {},
    };
  }

  const { port, password, attached } = await joinServer({ dataDir });
  const url = `postgresql://app:${password}@127.0.0.1:${port}/${DATABASE}`;
  let released = false;
  const release = async () => {
    if (released) return;
    released = true;
    await leaveServer({ dataDir });
  };
  try {
    await createIfMissing(url);
  } catch (error) {
    await release();
    throw error;
  }
  return {
    url,
    kind: "embedded",
    description: `embedded, 127.0.0.1:${port}${attached ? ", was running already" : ""}`,
    isUp: () => serverRuns(dataDir),
    release,
  };
}

/** @param {string} url */
async function createIfMissing(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return;
  } catch (error) {
    if (error.code !== "3D000") throw error; // 3D000: no database of that name
  } finally {
    await client.end().catch(() => {});
  }
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const administration = new URL(url);
  administration.pathname = "/postgres";
  const administrator = new pg.Client({
    connectionString: administration.href,
    connectionTimeoutMillis: 10_000,
  });
  await administrator.connect();
  try {
    await administrator.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    // Two starts at once: the other made it. PostgreSQL says so in one of two ways.
    if (error.code !== "42P04" && error.code !== "23505") throw error;
  } finally {
    await administrator.end();
  }
}

/** Node gathers the failures of a name's several addresses in one error without a message. */
function reasonOf(error) {
  return error.message || error.errors?.map((one) => one.message).join("; ") || String(error.code);
}
