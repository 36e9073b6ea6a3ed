import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";

/** What somebody who listens is told. */
export interface NewsListener {
  /** From now on everything is heard. */
  onListening(): void;
  onNews(payload: string): void;
  /** The connection is gone: what happens meanwhile isn't heard. */
  onDeaf(): void;
}

const AGAIN_AFTER_MS = 1_000;
/** A connection that died without a word is found out by asking. */
const ASK_EVERY_MS = 5_000;

/**
 * Listens to a channel of PostgreSQL on a connection of its own, and connects again whenever that is lost.
 *
 * The database tells its news in the order of the commits and only of what was committed. Through a pooler that
 * hands out connections by transaction nothing is heard: such a process needs the server's own address.
 *
 * @returns how to stop
 */
export function hearPageNews(
  databaseUrl: string,
  channel: string,
  listener: NewsListener,
): () => Promise<void> {
  const stopped = new AbortController();
  const listening = (async () => {
    while (!stopped.signal.aborted) {
      await listenOnce(databaseUrl, channel, listener, stopped.signal);
      listener.onDeaf();
      await pause(AGAIN_AFTER_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopped.abort();
    await listening;
  };
}

/** Returns when the connection is gone, for whatever reason. */
async function listenOnce(
  databaseUrl: string,
  channel: string,
  listener: NewsListener,
  stopped: AbortSignal,
): Promise<void> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: "page news",
    query_timeout: ASK_EVERY_MS,
  });
  const gone = new Promise<void>((resolve) => {
    client.once("error", () => resolve());
    client.once("end", () => resolve());
    stopped.addEventListener("abort", () => resolve(), { once: true });
  });
  client.on("error", () => undefined);
  client.on("notification", ({ payload }) => listener.onNews(payload ?? ""));
  let asking: NodeJS.Timeout | undefined;
  try {
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    listener.onListening();
    const silent = new Promise<void>((resolve) => {
      asking = setInterval(() => client.query("SELECT 1").catch(() => resolve()), ASK_EVERY_MS);
    });
    await Promise.race([gone, silent]);
  } catch {
    // Not reached, or no longer: the caller tries again.
  } finally {
    clearInterval(asking);
    await client.end().catch(() => undefined);
  }
}
