import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Context } from "@/context";
import { closeRun, openRun } from "@/ingest/store-run";
import { formatCount } from "@/wording/money";
import { writeBackup } from "./backup/write-backup";
import { type Job, JobProblem } from "./job";

export const backupJob: Job = {
  name: "backup",
  description: "backup <file>: copy all rows and stored documents into one file, while the site goes on",
  lock: "backup",
  async run({ context, databaseUrl, runId, args, sourceMode, trigger, signal, progress }) {
    const [named, ...more] = args;
    if (named === undefined || more.length > 0) {
      throw new JobProblem("Name one file to write: npm run job -- backup /elsewhere/tracker.tar.gz");
    }
    const file = resolve(named);
    if (await isThere(file))
      throw new JobProblem(`There is something at ${file} already. Name another file.`);
    try {
      const { rows, snapshots, lost } = await writeBackup(context, {
        ...{ databaseUrl, file, signal, practice: sourceMode === "practice" },
      });
      progress(`${formatCount(rows)} rows and ${formatCount(snapshots)} documents are in ${file}.`);
      for (const sha256 of lost)
        progress(`The document ${sha256} isn't where it should be, so it isn't in there.`);
      const status = lost.length === 0 ? "ok" : "partial";
      await openRun(context, runId, "backup", trigger);
      await closeRun(context, runId, status, null);
      return { job: "backup", runId, status, sources: [], file, rows, documents: snapshots, lost };
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      await recordFailure(context, runId, trigger, because);
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "EACCES" || code === "ENOSPC" || code === "EROFS") {
        throw new JobProblem(`${file} can't be written: ${because}`);
      }
      throw error;
    }
  },
};

/** Where even that fails, as when the database is gone, what went wrong first is what is told. */
async function recordFailure(
  context: Context,
  runId: string,
  trigger: string,
  because: string,
): Promise<void> {
  try {
    await openRun(context, runId, "backup", trigger);
    await closeRun(context, runId, "failed", because);
  } catch (error) {
    context.log.warn("That the backup failed can't be recorded", { error: String(error) });
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
