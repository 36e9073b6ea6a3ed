// How long the whole archive takes: into an empty store, and again when nothing has changed.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../scripts/build.mjs";
import { migrate } from "../scripts/database/migrate.mjs";
import { openDatabase } from "../scripts/database/open-database.mjs";
import { createSupervision } from "../scripts/supervision.mjs";

export const title = "Ingestion of the whole archive";

const REPEATS = 5;

/** @param {{ say: (text: string) => void }} bench */
export async function run({ say }) {
  const supervision = createSupervision(process.cwd());
  await build(process.cwd(), ["jobs"], (command) => supervision.step("The build", command));
  const dataDir = mkdtempSync(join(tmpdir(), "svt-bench-"));
  chmodSync(dataDir, 0o711); // the account PostgreSQL runs as must pass
  const database = await openDatabase({ dataDir });
  try {
    await migrate(database.url);
    const environment = { ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDir, SOURCES: "archive" };
    /** @param {string[]} args */
    const job = (...args) => {
      const begun = performance.now();
      const { status, stderr } = spawnSync(process.execPath, ["dist/run.mjs", ...args], {
        env: environment,
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`The job ${args.join(" ")} failed: ${stderr}`);
      return performance.now() - begun;
    };
    /** @param {() => number} measure */
    const median = (measure) => {
      const times = Array.from({ length: REPEATS }, measure).sort((a, b) => a - b);
      return Math.round(times[Math.floor(REPEATS / 2)] ?? 0);
    };

    say("into an empty store, once");
    const cold = Math.round(job("ingest"));
    say(`again with nothing changed, ${REPEATS} times`);
    const unchanged = median(() => job("ingest"));
    const smallest = median(() => job("load-archive"));
    return [
      measurement(
        "everything, into an empty store",
        cold,
        "the smallest job: load-archive with nothing to do",
        smallest,
      ),
      measurement("everything, nothing changed", unchanged, "into an empty store", cold),
    ];
  } finally {
    await database.release();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function measurement(what, ours, comparedWith, theirs) {
  return { what, unit: "ms", better: "smaller", ours, comparedWith, theirs };
}
