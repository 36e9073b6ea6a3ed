import { Logger, makeWorkerUtils } from "graphile-worker";
import type { Pool } from "pg";
import type { Log } from "@/context";

/** Of the queue's tables, which its library makes and keeps up to date by itself. */
export const QUEUE_SCHEMA = "graphile_worker";

/** Makes the queue's tables where they're missing or old, and removes what processes that died had left there. */
export async function prepareQueue(pgPool: Pool, log: Log): Promise<void> {
  const queue = await makeWorkerUtils({ pgPool, schema: QUEUE_SCHEMA, logger: queueLogger(log) });
  try {
    await queue.migrate();
    await queue.cleanup({ tasks: ["DELETE_PERMAFAILED_JOBS"] });
  } finally {
    await queue.release();
  }
}

export function queueLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.warn(`deliverer: ${message}`);
    else log.debug(`deliverer: ${message}`);
  });
}
