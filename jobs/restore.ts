import { resolve } from "node:path";
import type { Context } from "@/context";
import { openDatabase } from "@/io/database";
import { knownMigrations } from "@/io/known-migrations";
import { migrateDatabase } from "@/io/migrate-database";
import { createScratchDatabase } from "@/io/scratch-database";
import { swapDatabases } from "@/io/swap-databases";
import { settleRestoredStore } from "@/review/settle-restored-store";
import { formatInstant } from "@/wording/dates";
import { formatCount } from "@/wording/money";
import { loadBackup } from "./backup/load-backup";
import type { End, Manifest } from "./backup/manifest";
import { readBackup } from "./backup/read-backup";
import { type Job, JobProblem } from "./job";
import { openPatientPool } from "./patient-pool";
import { prepareQueue } from "./prepare-queue";

export const restoreJob: Job = {
  name: "restore",
  description:
    "restore <file>: put a backup in the place of the store; what was there is kept beside it under another name",
  // Nothing may come in meanwhile: it would be lost.
  lock: "ingest",
  async run({ context, databaseUrl, runId, args, sourceMode, signal, progress }) {
    const [named, ...more] = args;
    if (named === undefined || more.length > 0) {
      throw new JobProblem("Name one backup to put back: npm run job -- restore /elsewhere/tracker.tar.gz");
    }
    const parts = readBackup(resolve(named));
    const first = (await parts.next()).value;
    if (first?.kind !== "manifest") throw new JobProblem(`${named} isn't a backup. Nothing was changed.`);
    const { manifest } = first;
    const newest = await newestOf(manifest, sourceMode === "practice");
    const scratch = await createScratchDatabase(databaseUrl, newest);
    try {
      const end = await loadBackup(scratch.url, context.snapshots, parts, signal);
      await migrateDatabase(scratch.url);
      await settle(context, scratch.url, manifest.madeAt);
      signal.throwIfAborted();
      const keptAs = await swapDatabases(databaseUrl, scratch.url, context.clock.now());
      const rows = rowsOf(end);
      progress(
        `The store is as it was on ${formatInstant(manifest.madeAt)}: ${formatCount(rows)} rows, ${formatCount(end.snapshots)} documents.`,
      );
      progress(`What was there before is in the database ${keptAs}: remove it when you're sure.`);
      progress(
        "Everybody has to sign in again. Messages that were waiting then are held: see /admin/alerts.",
      );
      return { job: "restore", runId, status: "ok", sources: [], rows, documents: end.snapshots, keptAs };
    } catch (error) {
      await scratch.drop();
      throw error;
    }
  },
};

/** @throws JobProblem for a backup of what this isn't, or of a later version than this */
async function newestOf({ migrations, practice }: Manifest, isPractice: boolean): Promise<string> {
  if (practice !== isPractice) {
    throw new JobProblem(
      practice
        ? "That is a backup of invented councils. It can only be put back with SOURCES=practice. Nothing was changed."
        : "That is a backup of real councils. It can't be put among the invented ones. Nothing was changed.",
    );
  }
  const known = await knownMigrations();
  const unknown = migrations.filter((name, index) => known[index] !== name);
  if (unknown.length > 0) {
    throw new JobProblem(
      `That backup was made by a later version of this product, or by another one (${unknown[0]}). Update first. Nothing was changed.`,
    );
  }
  return migrations.at(-1) ?? "";
}

/** Brings what was put back to today's state, and makes the queue's tables, which aren't in a backup. */
async function settle(context: Context, databaseUrl: string, madeAt: string): Promise<void> {
  const pool = openPatientPool(databaseUrl, 2, ({ message }) =>
    context.log.debug("restore", { error: message }),
  );
  const database = openDatabase(databaseUrl);
  try {
    await settleRestoredStore({ ...context, database }, madeAt);
    await prepareQueue(pool, context.log);
  } finally {
    await database.$disconnect();
    await pool.end();
  }
}

function rowsOf({ tables }: End): number {
  return Object.values(tables).reduce((sum, count) => sum + count, 0);
}
