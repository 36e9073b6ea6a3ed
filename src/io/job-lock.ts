import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";

/** First half of the advisory lock's key: the locks of this product's jobs. */
const JOB_LOCKS = 7236;

export interface JobLock {
  /** Aborted when the connection that holds the lock is gone: somebody else may hold it now. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/**
 * Makes sure that a job runs once at a time, on whichever machine: a PostgreSQL advisory lock on a
 * connection of its own. It ends with the connection, so that a killed process leaves nothing locked.
 *
 * @param signal ends the waiting
 * @returns null when the job is still running elsewhere after `patience` milliseconds
 */
export async function lockJob(
  databaseUrl: string,
  job: string,
  patience: number,
  signal?: AbortSignal,
): Promise<JobLock | null> {
  const client = new Client({ connectionString: databaseUrl, application_name: `job ${job}` });
  const lost = new AbortController();
  const gone = () =>
    lost.abort(new Error("The database cut the connection that kept this job the only one."));
  client.on("error", gone);
  client.on("end", gone);
  await client.connect();
  const deadline = performance.now() + patience;
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>(
      "SELECT pg_try_advisory_lock($1, hashtext($2)) AS locked",
      [JOB_LOCKS, job],
    );
    if (rows[0]?.locked) {
      const release = async () => {
        client.off("end", gone);
        await client.end();
      };
      return { lost: lost.signal, release };
    }
    if (performance.now() >= deadline || signal?.aborted) {
      await client.end();
      return null;
    }
    await pause(Math.min(250, Math.max(1, deadline - performance.now())));
  }
}
