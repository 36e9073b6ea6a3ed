import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { assess } from "@/assess/assess";
import type { Context } from "@/context";
import { type IngestOutcome, ingest } from "@/ingest/ingest";
import { loadCouncils } from "@/ingest/load-councils";
import { type PracticeStage, practiceStages } from "@/io/practice-stages";
import { publications } from "@/sources/registry";
import { type JobOutcome, JobProblem, type JobSettings } from "./job";

/** Every stage happens at this hour of its day, after the publishers' usual ones. */
const HOUR = "12:00:00.000Z";

/**
 * Brings a practice store up to the last stage of the practice archive, one stage after another, each with the clock
 * at its own day: the store then has a history in which figures were restated and agreements revised.
 *
 * A store that has seen later stages isn't led back: of a practice archive that has changed since, only the last
 * stage is read.
 */
export async function loadPractice({ context, runId, progress, signal }: JobSettings): Promise<JobOutcome> {
  const stages = await Promise.all(
    practiceStages().map(async (stage) => ({ stage, trigger: await triggerOf(stage) })),
  );
  const triggers = await triggersOfRuns(context);
  const newest = triggers.map(dayOf).sort().at(-1);
  const last = stages.at(-1);
  const later =
    newest === undefined && !(await isEmpty(context))
      ? []
      : stages.filter(({ stage }) => stage.day > (newest ?? ""));
  const changed = last && later.length === 0 && !triggers.includes(last.trigger) ? [last] : [];
  const pending = [...later, ...changed];
  if (pending.length === 0) {
    progress("The practice archive has been loaded before.");
    return { job: "load-archive", runId, status: "ok", sources: [] };
  }

  const outcomes: IngestOutcome[] = [];
  for (const { stage, trigger } of pending) {
    progress(`Practice, as on ${stage.day}`);
    const instant = new Date(`${stage.day}T${HOUR}`);
    const request = {
      runId: `${runId}-${stage.day}`,
      job: "load-archive",
      trigger,
      mode: "archive" as const,
    };
    const onThatDay = {
      ...context,
      clock: { now: () => instant },
      fetchers: { ...context.fetchers, bundled: stage.fetcher },
    };
    outcomes.push(await ingest(onThatDay, { ...request, only: [], progress, signal }));
    // Flags have a history too: what was raised at one stage may clear at the next.
    await assess(onThatDay);
  }
  return {
    job: "load-archive",
    runId,
    status: outcomes.every(({ status }) => status === "ok") ? "ok" : "partial",
    sources: outcomes.flatMap(({ sources }) => sources),
  };
}

/**
 * Keeps invented councils and real ones in stores of their own, also where a process was begun by hand.
 *
 * @throws JobProblem when the store holds the other kind
 */
export async function refuseOtherCountry(context: Context, practice: boolean): Promise<void> {
  const { authorities, extent } = await loadCouncils(context);
  if (authorities.length === 0 || (extent.country === "practice") === practice) return;
  throw new JobProblem(
    practice
      ? "SOURCES is practice, but the database holds real councils. Begin with `npm start` or `npm run job`, which give practice a database of its own."
      : "The database holds the invented councils for practice. Set SOURCES=practice, or name another database.",
  );
}

async function isEmpty({ database }: Context): Promise<boolean> {
  return (await database.edition.findFirst({ select: { id: true } })) === null;
}

async function triggersOfRuns({ database }: Context): Promise<string[]> {
  const runs = await database.ingestionRun.findMany({
    where: { job: "load-archive", trigger: { startsWith: "practice " }, status: { in: ["ok", "partial"] } },
    select: { trigger: true },
  });
  return runs.map(({ trigger }) => trigger);
}

/** Changes with the stage and with what the readers make of it. */
async function triggerOf({ day, manifest }: PracticeStage): Promise<string> {
  const hash = createHash("sha256").update(await readFile(manifest));
  for (const { id, parserVersion } of publications) hash.update(`${id} ${parserVersion}\n`);
  return `practice ${day} ${hash.digest("hex").slice(0, 16)}`;
}

function dayOf(trigger: string): string {
  return trigger.split(" ")[1] ?? "";
}
