import { setTimeout as pause } from "node:timers/promises";
import cron from "node-cron";
import { loadLastLiveCheck } from "@/ingest/load-last-live-check";
import { createNotifyContext } from "@/io/create-notify-context";
import { environment } from "@/io/environment";
import { startDeliverer } from "./deliverer";
import { ingestJob } from "./ingest";
import { type Job, JobProblem } from "./job";
import { jobs } from "./jobs";
import { performJob } from "./perform-job";
import { JOB_SCHEDULE, SCHEDULE, TIME_ZONE } from "./schedule";
import { serveRequests } from "./serve-requests";

/** The first look at the publishers comes soon after a start, once the site is up; not again after every restart. */
const FIRST_LOOK_AFTER_MS = 5_000;
const RECENT_MS = 6 * 60 * 60_000;
const STOPPED_WITHIN_MS = 12_000;

const { settings, databaseUrl, sourceMode } = environment("scheduler");
const context = createNotifyContext(settings);
let busy: Promise<void> = Promise.resolve();

function perform(job: Job, args: readonly string[], trigger: string): Promise<void> {
  const what = [job.name, ...args].join(" ");
  busy = busy.then(async () => {
    try {
      const outcome = await performJob(job, databaseUrl, context, {
        args,
        sourceMode,
        contactEmail: settings.contactEmail,
        trigger,
        progress: (line) => context.log.debug(line),
      });
      if (outcome.note) context.log.info(outcome.note);
      context.log.info(`${what}: ${outcome.status}`, { runId: outcome.runId });
    } catch (error) {
      if (error instanceof JobProblem) context.log.warn(error.message);
      else
        context.log.error(`${what} failed`, { error: error instanceof Error ? error.stack : String(error) });
    }
  });
  return busy;
}

function jobNamed(name: string): Job {
  const job = jobs.find((candidate) => candidate.name === name);
  if (!job) throw new Error(`The schedule names a job "${name}", which there isn't.`);
  return job;
}

const tasks = [
  ...SCHEDULE.map(({ source, at }) => ({ name: source, at, job: ingestJob, args: [source] })),
  ...JOB_SCHEDULE.map(({ job, at }) => ({ name: job, at, job: jobNamed(job), args: [] })),
].map(({ name, at, job, args }) =>
  cron.schedule(at, () => perform(job, args, "schedule"), { name, noOverlap: true, timezone: TIME_ZONE }),
);

async function firstLook(): Promise<void> {
  const last = await loadLastLiveCheck(context);
  const recent = last !== null && context.clock.now().getTime() - last.getTime() < RECENT_MS;
  if (!recent) await perform(ingestJob, [], "first look after start");
}

const asksPublishers = sourceMode !== "archive" && sourceMode !== "practice";
const soon = asksPublishers ? setTimeout(() => void firstLook(), FIRST_LOOK_AFTER_MS) : null;

const deliverer = startDeliverer(context, databaseUrl);
const stopServing = serveRequests(context, databaseUrl, { practice: sourceMode === "practice" });

async function stop(): Promise<void> {
  if (soon) clearTimeout(soon);
  for (const task of tasks) await task.stop();
  // Whoever waits for us has some patience; what isn't done by then is settled when its lease has passed, or begun
  // again by another worker.
  await Promise.race([Promise.all([deliverer.stop(), stopServing()]), pause(STOPPED_WITHIN_MS)]);
  await context.mailer.close();
  await context.database.$disconnect();
  process.exit(0);
}
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
context.log.debug("scheduler started", {
  schedule: [
    ...SCHEDULE.map(({ source, at }) => `${source} ${at}`),
    ...JOB_SCHEDULE.map(({ job, at }) => `${job} ${at}`),
  ],
});
