import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
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
const ASK_EVERY_MS = 5_000;
const HEARD_WITHIN_MS = 4_000;
const CONNECTED_WITHIN_MS = 10_000;
const GOODBYE_MS = 1_000;
/** Begins what listeners tell themselves. */
const ECHO = "?";

/**
 * Listens to a channel of PostgreSQL on a connection of its own, and connects again whenever that is lost.
 *
 * The database tells its news in the order of the commits and only of what was committed. Whether anything is heard
 * is tried every few seconds by calling out on the channel and waiting for the echo: a connection may have died
 * without a word, and through a pooler that hands out connections by transaction nothing ever comes.
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

/** Returns when nothing is heard any more, for whatever reason. */
async function listenOnce(
  databaseUrl: string,
  channel: string,
  listener: NewsListener,
  stopped: AbortSignal,
): Promise<void> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: "page news",
    connectionTimeoutMillis: CONNECTED_WITHIN_MS,
  });
  const echoes = new EventEmitter();
  const end = new AbortController();
  const gone = () => end.abort();
  client.on("error", gone);
  client.on("end", gone);
  stopped.addEventListener("abort", gone, { once: true });
  client.on("notification", ({ payload = "" }) => {
    if (payload.startsWith(ECHO)) echoes.emit(payload);
    else listener.onNews(payload);
  });

  async function hearOneself(): Promise<void> {
    const call = `${ECHO}${randomUUID()}`;
    const heard = once(echoes, call, {
      signal: AbortSignal.any([end.signal, AbortSignal.timeout(HEARD_WITHIN_MS)]),
    });
    await Promise.all([heard, client.query("SELECT pg_notify($1, $2)", [channel, call])]);
  }

  try {
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    await hearOneself();
    listener.onListening();
    for (;;) {
      await pause(ASK_EVERY_MS, undefined, { signal: end.signal });
      await hearOneself();
    }
  } catch {
    // Not reached, no longer reached, or stopped: the caller knows what to do.
  } finally {
    stopped.removeEventListener("abort", gone);
    await Promise.race([client.end().catch(() => undefined), pause(GOODBYE_MS)]); // a dead peer never says goodbye
  }
}
