import { verifyArchive } from "../scripts/archive/verify-archive";
import type { Job } from "./job";

export const verifyArchiveJob: Job = {
  name: "verify-archive",
  description: "verify-archive: rebuild the bundled archive from its figures and compare, byte by byte",
  lock: "verify-archive",
  async run({ runId, progress }) {
    const differences = await verifyArchive("archive");
    for (const { path, message } of differences) progress(`${path}: ${message}`);
    progress(
      differences.length === 0
        ? "Every document of the archive is what its figures make of it."
        : `${differences.length} differences. Rebuild with "npm run archive" and look at what changed.`,
    );
    return {
      job: "verify-archive",
      runId,
      status: differences.length === 0 ? "ok" : "failed",
      sources: [],
      differences,
    };
  },
};
