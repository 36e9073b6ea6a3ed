import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";

/** First half of the advisory lock's key: the locks of this product's jobs. */
const JOB_LOCKS = 7236;

export interface JobLock {
  release(): Promise<void>;
}

/**
 * Makes sure that a job runs once at a time, on whichever machine: a PostgreSQL advisory lock on a
 * connection of its own. It ends with the connection, so that a killed process leaves nothing locked.
 *
 * @returns null when the job is still running elsewhere after `patience` milliseconds
 */
export async function lockJob(databaseUrl: string, job: string, patience: number): Promise<JobLock | null> {
  const client = new Client({ connectionString: databaseUrl, application_name: `job ${job}` });
  // A connection that breaks while idle ends the lock; the job's own queries will fail and say so.
  client.on("error", () => undefined);
  await client.connect();
  const deadline = performance.now() + patience;
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>(
      "SELECT pg_try_advisory_lock($1, hashtext($2)) AS locked",
      [JOB_LOCKS, job],
    );
    if (rows[0]?.locked) return { release: () => client.end() };
    if (performance.now() >= deadline) {
      await client.end();
      return null;
    }
    await pause(Math.min(250, Math.max(1, deadline - performance.now())));
  }
}
