import type { Context } from "@/context";
import { sha256 } from "@/formats/sha256";
import { openDatabase } from "@/io/database";
import { createScratchDatabase } from "@/io/scratch-database";
import { publications } from "@/sources/registry";
import { type Job, JobProblem } from "./job";
import { differencesBetween, type ExportDifference, exportsOf } from "./replay/compare-exports";
import { DECISIONS } from "./replay/decisions";
import { type Happened, Timeline } from "./replay/happened";
import { loadJudgements } from "./replay/judgements";
import { loadRuns } from "./replay/load-runs";
import { ReplayClock } from "./replay/replay-clock";
import { replayRun } from "./replay/replay-runs";

export const replayJob: Job = {
  name: "replay",
  description:
    "replay: rebuild a store of its own from all kept documents and decisions, and compare what it exports",
  // Nothing may come in meanwhile.
  lock: "ingest",
  async run({ context, databaseUrl, runId, progress, signal }) {
    const { differences, failures, runs, decisions, earlierReaders } = await replay(
      context,
      databaseUrl,
      progress,
      signal,
    );
    for (const failure of failures) progress(`couldn't be done again: ${failure}`);
    for (const difference of differences) progress(describe(difference));
    if (differences.length > 0 && earlierReaders > 0) {
      progress(
        `${earlierReaders} documents were read by earlier versions of a reader too. What those made of them can't be found again; it may be why.`,
      );
    }
    const equal = differences.length === 0;
    progress(
      equal
        ? `${runs} runs and ${decisions} decisions make the same exports, to the byte.`
        : `${differences.length} files differ.`,
    );
    const status = equal ? "ok" : "failed";
    return { job: "replay", runId, status, sources: [], runs, decisions, differences, failures };
  },
};

interface Replayed {
  readonly differences: readonly ExportDifference[];
  /** Decisions that couldn't be taken again. */
  readonly failures: readonly string[];
  readonly runs: number;
  readonly decisions: number;
  /** How many readings were made by versions of a reader before today's. */
  readonly earlierReaders: number;
}

/** Lets everything happen again in a store of its own, in the order and at the times at which it happened. */
async function replay(
  live: Context,
  databaseUrl: string,
  progress: (line: string) => void,
  signal: AbortSignal,
): Promise<Replayed> {
  const now = live.clock.now();
  const before = await exportsOf(live, now);
  const runs = await loadRuns(live);
  const decisions: Happened[] = [];
  for (const kind of DECISIONS) decisions.push(...(await kind.load(live)));
  const judgements = await loadJudgements(live);

  const scratch = await createScratchDatabase(databaseUrl);
  const database = openDatabase(scratch.url);
  try {
    const clock = new ReplayClock(now);
    const snapshots = {
      ...live.snapshots,
      keep: async (bytes: Uint8Array) => ({ sha256: sha256(bytes), size: bytes.length }),
    };
    const context: Context = {
      ...live,
      database,
      clock,
      snapshots,
      fetchers: { bundled: nobody, live: nobody },
    };
    const failures: string[] = [];
    const timeline = new Timeline([...decisions, ...judgements], async ({ at, what, again }) => {
      clock.set(at);
      await again(context).catch((error: unknown) => {
        failures.push(`${what} at ${at.toISOString()}: ${error instanceof Error ? error.message : error}`);
      });
    });
    for (const [index, run] of runs.entries()) {
      signal.throwIfAborted();
      progress(`run ${index + 1} of ${runs.length}: ${run.job} of ${run.startedAt.toISOString()}`);
      await replayRun({ context, clock, timeline }, run);
    }
    await timeline.until(null);
    const replayed = await exportsOf(context, now);
    if (differencesBetween(before, await exportsOf(live, now)).length > 0) {
      throw new JobProblem("The store has changed while it was replayed. Run it again.");
    }
    return {
      differences: differencesBetween(before, replayed),
      failures,
      runs: runs.length,
      decisions: decisions.length,
      earlierReaders: await countEarlierReaders(live),
    };
  } finally {
    await database.$disconnect();
    await scratch.drop();
  }
}

async function countEarlierReaders({ database }: Context): Promise<number> {
  const today = new Map(publications.map(({ id, parserVersion }) => [id as string, parserVersion]));
  const readings = await database.reading.findMany({ select: { publicationId: true, parserVersion: true } });
  return readings.filter(
    ({ publicationId, parserVersion }) => parserVersion.split("+")[0] !== today.get(publicationId),
  ).length;
}

const nobody: Context["fetchers"]["live"] = {
  origin: "live",
  fetch: async () => ({ kind: "refused", reason: "nobody is asked while replaying" }),
};

function describe({ file, line, differing, live, replayed }: ExportDifference): string {
  return [
    `${file}: ${differing} ${file.endsWith(".json") ? "rows" : "lines"} differ, first ${line}`,
    `  live:     ${live ?? "nothing"}`,
    `  replayed: ${replayed ?? "nothing"}`,
  ].join("\n");
}
