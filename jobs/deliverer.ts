import { setTimeout as pause } from "node:timers/promises";
import { type ParsedCronItem, parseCronItems, type Runner, run } from "graphile-worker";
import type { Pool } from "pg";
import type { Log, NotifyContext } from "@/context";
import { type DeliverSettings, deliver } from "@/notify/deliver";
import { LANES, type LaneName } from "@/notify/lanes";
import { callWorker } from "@/notify/store-claims";
import { openPatientPool } from "./patient-pool";
import { prepareQueue, QUEUE_SCHEMA, queueLogger } from "./prepare-queue";

export interface Deliverer {
  /** Finishes what is under way, hands back what isn't and takes nothing more. */
  stop(): Promise<void>;
}

/** Each lane listens on one and asks on another. */
const CONNECTIONS = 8;
const AGAIN_AFTER_MS = 2_000;
/** Of the queue, for calls that were missed: each is also told by the database as it's made. */
const LOOK_EVERY_MS = 20_000;

/**
 * Sends messages as they become due, for as long as the process lives. Each lane has a runner of its own that does one
 * task at a time, so that a second task for a lane that is busy here goes to another process. Every minute a task looks
 * for what no call was made for: retries, and messages whose sender has died.
 */
export function startDeliverer(
  context: NotifyContext,
  databaseUrl: string,
  settings: Omit<DeliverSettings, "signal"> = {},
): Deliverer {
  const stopping = new AbortController();
  const broken = (error: Error) =>
    context.log.debug("deliverer: a connection broke", { error: error.message });
  const pool = openPatientPool(databaseUrl, CONNECTIONS, broken);

  const running = (async () => {
    await untilItWorks(context.log, stopping.signal, () => prepareQueue(pool, context.log));
    await Promise.all(
      (Object.keys(LANES) as LaneName[]).map((lane) =>
        keepLane(context, lane, pool, { ...settings, signal: stopping.signal }),
      ),
    );
  })();

  return {
    async stop() {
      stopping.abort();
      await running;
      await pool.end();
    },
  };
}

/** Runs a lane, and again whenever that ends because the database was gone. */
async function keepLane(
  context: NotifyContext,
  lane: LaneName,
  pgPool: Pool,
  settings: DeliverSettings & { readonly signal: AbortSignal },
): Promise<void> {
  const { signal } = settings;
  const { task } = LANES[lane];
  while (!signal.aborted) {
    await untilItWorks(context.log, signal, async () => {
      const runner = await run({
        ...{ pgPool, schema: QUEUE_SCHEMA, logger: queueLogger(context.log) },
        ...{ concurrency: 1, pollInterval: LOOK_EVERY_MS, noHandleSignals: true },
        taskList: {
          [task]: () => deliver(context, lane, settings).then((sent) => tell(context.log, lane, sent)),
        },
        parsedCronItems: everyMinute(task),
      });
      const ended = stopWhenAborted(runner, signal);
      await callWorker(context, task, "start");
      await ended;
    });
  }
}

async function stopWhenAborted(runner: Runner, signal: AbortSignal): Promise<void> {
  const stop = () => void runner.stop().catch(() => undefined); // how it ended is told by its promise
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    await runner.promise;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

async function untilItWorks(log: Log, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
      return;
    } catch (error) {
      if (signal.aborted) return;
      log.warn("deliverer: the queue can't be reached, trying again", { error: String(error) });
      await pause(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** One process in all does it each minute, whichever comes first. */
function everyMinute(task: string): ParsedCronItem[] {
  const options = { jobKey: `${task}:sweep`, maxAttempts: 1, backfillPeriod: 0 };
  return parseCronItems([{ task, match: "* * * * *", identifier: `sweep ${task}`, options }]);
}

function tell(log: Log, lane: LaneName, delivered: Awaited<ReturnType<typeof deliver>>): void {
  if (Object.values(delivered).some((count) => count > 0)) log.info(`delivered: ${lane}`, delivered);
}

/** The library's own words are for whoever looks into it; its errors aren't. */
