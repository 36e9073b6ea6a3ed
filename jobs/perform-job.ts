import { randomUUID } from "node:crypto";
import type { Context } from "@/context";
import { lockJob } from "@/io/job-lock";
import { assessJob } from "./assess";
import { type Job, type JobOutcome, JobProblem, type JobSettings } from "./job";
import { notifyJob } from "./notify";

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
    const outcome = await job.run({ ...settings, context, runId: randomUUID(), signal: lock.lost });
    return job.changesFigures ? await withJudgement(outcome, databaseUrl, context, settings) : outcome;
  } finally {
    await lock.release();
  }
}

/** What was stored stays stored when judging it fails; the flags are then those of before, and it's said. */
async function withJudgement(
  outcome: JobOutcome,
  databaseUrl: string,
  context: Context,
  settings: Omit<JobSettings, "context" | "runId" | "signal">,
): Promise<JobOutcome> {
  try {
    await performJob(assessJob, databaseUrl, context, { ...settings, args: [] });
  } catch (error) {
    context.log.error("assess failed", { error: error instanceof Error ? error.stack : String(error) });
    const note = `The figures are stored, but the councils could not be judged by them: ${error instanceof Error ? error.message : error}`;
    return { ...outcome, status: outcome.status === "ok" ? "partial" : outcome.status, note };
  }
  // Alerts are made again at the next hour: the figures and flags are right without them.
  await performJob(notifyJob, databaseUrl, context, { ...settings, args: [] }).catch((error: unknown) =>
    context.log.error("notify failed", { error: error instanceof Error ? error.stack : String(error) }),
  );
  return outcome;
}
