import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { ingest } from "@/ingest/ingest";
import { ARCHIVE_FOLDER } from "@/io/bundled-fetcher";
import { publications } from "@/sources/registry";
import type { Job } from "./job";
import { loadPractice, refuseOtherCountry } from "./load-practice";

/**
 * Brings an empty store, or one that a killed start left half-filled, or one filled from an earlier
 * archive or by earlier readers, up to the bundled archive. Otherwise it does nothing.
 */
export const loadArchiveJob: Job = {
  name: "load-archive",
  description: "load-archive: fill the store from the bundled archive, unless that has been done",
  lock: "ingest",
  keepsLines: true,
  changesFigures: true,
  async run(settings) {
    const { context, runId, sourceMode, progress, signal } = settings;
    await refuseOtherCountry(context, sourceMode === "practice");
    if (sourceMode === "practice") return loadPractice(settings);
    const trigger = `archive ${await fingerprint()}`;
    const done = await context.database.ingestionRun.findFirst({
      where: { job: "load-archive", trigger, status: { in: ["ok", "partial"] } },
    });
    if (done) {
      progress("The bundled archive has been loaded before.");
      return { job: "load-archive", runId, status: "ok", sources: [] };
    }
    const outcome = await ingest(context, {
      runId,
      job: "load-archive",
      trigger,
      mode: "archive",
      only: [],
      progress,
      signal,
    });
    return { job: "load-archive", ...outcome };
  },
};

/** Changes with the archive and with what the readers make of it. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256").update(await readFile(`${ARCHIVE_FOLDER}/manifest.json`));
  for (const { id, parserVersion } of publications) hash.update(`${id} ${parserVersion}\n`);
  return hash.digest("hex").slice(0, 16);
}
