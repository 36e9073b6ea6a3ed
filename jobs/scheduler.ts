import cron from "node-cron";
import { loadLastLiveCheck } from "@/ingest/load-last-live-check";
import { createContext } from "@/io/create-context";
import { environment } from "@/io/environment";
import type { PublicationId } from "@/sources/publication";
import { ingestJob } from "./ingest";
import { JobProblem } from "./job";
import { performJob } from "./perform-job";
import { SCHEDULE, TIME_ZONE } from "./schedule";

/** The first look at the publishers comes soon after a start, once the site is up; not again after every restart. */
const FIRST_LOOK_AFTER_MS = 5_000;
const RECENT_MS = 6 * 60 * 60_000;

const { settings, databaseUrl, sourceMode } = environment("scheduler");
const context = createContext(settings);
let busy: Promise<void> = Promise.resolve();

function ask(sources: readonly PublicationId[], trigger: string): Promise<void> {
  busy = busy.then(async () => {
    try {
      const outcome = await performJob(ingestJob, databaseUrl, context, {
        args: sources,
        sourceMode,
        trigger,
        progress: (line) => context.log.debug(line),
      });
      if (outcome.note) context.log.info(outcome.note);
      context.log.info(`ingest ${sources.join(" ") || "all"}: ${outcome.status}`, { runId: outcome.runId });
    } catch (error) {
      if (error instanceof JobProblem) context.log.warn(error.message);
      else
        context.log.error("ingest failed", { error: error instanceof Error ? error.stack : String(error) });
    }
  });
  return busy;
}

const tasks = SCHEDULE.map(({ source, at }) =>
  cron.schedule(at, () => ask([source], "schedule"), {
    name: source,
    noOverlap: true,
    timezone: TIME_ZONE,
  }),
);

async function firstLook(): Promise<void> {
  const last = await loadLastLiveCheck(context);
  const recent = last !== null && context.clock.now().getTime() - last.getTime() < RECENT_MS;
  if (!recent) await ask([], "first look after start");
}

const soon = sourceMode === "archive" ? null : setTimeout(() => void firstLook(), FIRST_LOOK_AFTER_MS);

async function stop(): Promise<void> {
  if (soon) clearTimeout(soon);
  for (const task of tasks) await task.stop();
  await context.database.$disconnect();
  process.exit(0);
}
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
context.log.debug("scheduler started", { schedule: SCHEDULE.map(({ source, at }) => `${source} ${at}`) });
