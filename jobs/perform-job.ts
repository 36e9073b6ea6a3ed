import { randomUUID } from "node:crypto";
import type { Context } from "@/context";
import { keepLines } from "@/ingest/store-run-lines";
import { lockJob } from "@/io/job-lock";
import { assessJob } from "./assess";
import { type Job, type JobOutcome, JobProblem, type JobSettings } from "./job";
import { notifyJob } from "./notify";

/** How long a job waits for the same job running elsewhere. */
const PATIENCE_MS = 120_000;

type Settings = Omit<JobSettings, "context" | "databaseUrl" | "runId" | "signal"> & {
  /** Left out: one of its own. */
  readonly runId?: string;
  /** Milliseconds to wait for the same job running elsewhere. */
  readonly patience?: number;
  /** Aborted by whoever wants the job to end before its time. */
  readonly signal?: AbortSignal;
};

/**
 * Runs one job once, under its lock.
 *
 * @throws JobProblem when the same job is still running elsewhere after two minutes, or as long as there's patience;
 *   the signal's reason when it was told to end
 */
export async function performJob(
  job: Job,
  databaseUrl: string,
  context: Context,
  settings: Settings,
): Promise<JobOutcome> {
  const { patience = PATIENCE_MS, signal: toldToEnd } = settings;
  const lock = await lockJob(databaseUrl, job.lock, patience, toldToEnd);
  if (!lock) {
    toldToEnd?.throwIfAborted();
    throw new JobProblem(
      `The job "${job.name}" is still running elsewhere after ${patienceInWords(patience)} of waiting. Try again when it has ended.`,
    );
  }
  const runId = settings.runId ?? randomUUID();
  const lines = job.keepsLines ? keepLines(context, runId) : null;
  const progress = (line: string) => {
    lines?.say(line);
    settings.progress(line);
  };
  const told = { ...settings, runId, progress };
  try {
    const signal = toldToEnd ? AbortSignal.any([lock.lost, toldToEnd]) : lock.lost;
    const outcome = await job.run({ ...told, context, databaseUrl, signal });
    return job.changesFigures ? await withJudgement(outcome, databaseUrl, context, told) : outcome;
  } catch (error) {
    lines?.say(error instanceof Error ? error.message : String(error));
    // What was stored before it ended counts: nobody should be judged by less than what is shown.
    if (job.changesFigures && !(error instanceof JobProblem)) {
      await follow(assessJob, databaseUrl, context, told).catch((fault) => tell(context, assessJob, fault));
    }
    throw error;
  } finally {
    await lines?.settled();
    await lock.release();
  }
}

function patienceInWords(milliseconds: number): string {
  return milliseconds === PATIENCE_MS ? "two minutes" : `${Math.round(milliseconds / 1000)} seconds`;
}

/** Runs what follows from a job, under its own lock, with what is said of it. */
async function follow(job: Job, databaseUrl: string, context: Context, settings: Settings): Promise<void> {
  const { onStep: _, patience: __, signal: ___, ...told } = settings;
  await performJob(job, databaseUrl, context, { ...told, args: [] });
}

function tell(context: Context, job: Job, error: unknown): void {
  context.log.error(`${job.name} failed`, { error: error instanceof Error ? error.stack : String(error) });
}

/** What was stored stays stored when judging it fails; the flags are then those of before, and it's said. */
async function withJudgement(
  outcome: JobOutcome,
  databaseUrl: string,
  context: Context,
  settings: Settings,
): Promise<JobOutcome> {
  try {
    await follow(assessJob, databaseUrl, context, settings);
  } catch (error) {
    tell(context, assessJob, error);
    const note = `The figures are stored, but the councils could not be judged by them: ${error instanceof Error ? error.message : error}`;
    return { ...outcome, status: outcome.status === "ok" ? "partial" : outcome.status, note };
  }
  // Alerts are made again at the next hour: the figures and flags are right without them.
  await follow(notifyJob, databaseUrl, context, settings).catch((error: unknown) =>
    tell(context, notifyJob, error),
  );
  return outcome;
}
