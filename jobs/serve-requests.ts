import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "@/context";
import { claimRequest, openRequests } from "@/ingest/store-claimed-request";
import { lockJob } from "@/io/job-lock";
import { performRequest, WorkerStops } from "./perform-request";

const LOOK_EVERY_MS = 1_000;

/**
 * Does what people ask for, one request after the other, for as long as the process lives.
 *
 * Whoever does a request holds a lock of its name for as long; the lock goes with the process. A request marked as
 * running whose lock nobody holds belongs to a worker that died, and is begun again.
 *
 * @returns how to stop: what is under way ends before its next document and is left to another worker
 */
export function serveRequests(
  context: Context,
  databaseUrl: string,
  { practice, lookEvery = LOOK_EVERY_MS }: { readonly practice: boolean; readonly lookEvery?: number },
): () => Promise<void> {
  const stopping = new AbortController();
  const serving = (async () => {
    while (!stopping.signal.aborted) {
      const busy = await serveNext(context, databaseUrl, practice, stopping.signal).catch(
        (error: unknown) => {
          context.log.error("Requests for runs could not be looked at", { error: String(error) });
          return false;
        },
      );
      if (!busy) await pause(lookEvery, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopping.abort(new WorkerStops("The worker was told to stop."));
    await serving;
  };
}

/** @returns whether a request was done */
async function serveNext(
  context: Context,
  databaseUrl: string,
  practice: boolean,
  stopping: AbortSignal,
): Promise<boolean> {
  for (const { id } of await openRequests(context)) {
    if (stopping.aborted) return false;
    const lock = await lockJob(databaseUrl, `request ${id}`, 0);
    if (!lock) continue;
    try {
      const request = await claimRequest(context, id);
      if (!request) continue;
      const signal = AbortSignal.any([stopping, lock.lost]);
      await performRequest(context, databaseUrl, practice, request, signal);
      return true;
    } finally {
      await lock.release();
    }
  }
  return false;
}
