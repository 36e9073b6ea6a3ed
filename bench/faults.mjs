// Every way in which a source can fail, tried on every source: nothing half-stored, yesterday's figures stand,
// the reason is said, and the next good run heals. What it measures is how many are withstood: all, or it fails.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../scripts/database/migrate.mjs";
import { openDatabase } from "../scripts/database/open-database.mjs";
import { FAULTED_SOURCES } from "../src/testing/faulted-sources";
import { openFaultBed, trialsOf } from "../src/testing/source-faults";

export const title = "Faults of the sources, withstood";

/** @param {{ say: (text: string) => void }} bench */
export async function run({ say }) {
  const dataDir = mkdtempSync(join(tmpdir(), "svt-bench-"));
  chmodSync(dataDir, 0o711); // the account PostgreSQL runs as must pass
  const server = await openDatabase({ dataDir });
  /** @type {Record<string, Record<string, string>>} */
  const table = {};
  /** @type {string[]} */
  const failures = [];
  const measurements = [];
  try {
    for (const [index, source] of FAULTED_SOURCES.entries()) {
      const url = new URL(server.url);
      url.pathname = `/faults_${index}`;
      await openDatabase({ dataDir, databaseUrl: url.href });
      await migrate(url.href);
      const bed = await openFaultBed(url.href, source);
      const trials = [...trialsOf(source)];
      say(`${source.id}: ${trials.length} faults`);
      let withstood = 0;
      for (const [name, withstand] of trials) {
        const wrong = await withstand(bed);
        if (wrong.length === 0) withstood += 1;
        else failures.push(`${source.id}, ${name}: ${wrong.join("; ")}`);
        table[name] = { ...table[name], [source.id]: wrong.length === 0 ? "ok" : "failed" };
      }
      await bed.close();
      measurements.push({
        what: source.id,
        unit: "faults",
        better: "larger",
        ours: withstood,
        comparedWith: "all that were tried",
        theirs: trials.length,
      });
    }
  } finally {
    await server.release();
    rmSync(dataDir, { recursive: true, force: true });
  }
  const columns = FAULTED_SOURCES.map(({ id }) => id);
  console.table(
    Object.fromEntries(
      Object.entries(table).map(([name, results]) => [
        name,
        Object.fromEntries(columns.map((id) => [id, results[id] ?? "-"])),
      ]),
    ),
  );
  if (failures.length > 0) throw new Error(`not withstood:\n  ${failures.join("\n  ")}`);
  return measurements;
}
