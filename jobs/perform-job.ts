import { randomUUID } from "node:crypto";
import type { Context } from "@/context";
import { lockJob } from "@/io/job-lock";
import { type Job, type JobOutcome, JobProblem, type JobSettings } from "./job";

/** How long a job waits for the same job running elsewhere. */
const PATIENCE_MS = 120_000;

/**
 * Runs one job once, under its lock.
 *
 * @throws JobProblem when the same job is still running elsewhere after two minutes
 */
export async function performJob(
  job: Job,
  databaseUrl: string,
  context: Context,
  settings: Omit<JobSettings, "context" | "runId" | "signal">,
): Promise<JobOutcome> {
  const lock = await lockJob(databaseUrl, job.lock, PATIENCE_MS);
  if (!lock) {
    throw new JobProblem(
      `The job "${job.name}" is still running elsewhere after two minutes of waiting. Try again when it has ended.`,
    );
  }
  try {
    return await job.run({ ...settings, context, runId: randomUUID(), signal: lock.lost });
  } finally {
    await lock.release();
  }
}
