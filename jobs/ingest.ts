import { ingest } from "@/ingest/ingest";
import { PUBLICATION_IDS, type PublicationId } from "@/sources/publication";
import { type Job, JobProblem } from "./job";
import { refuseOtherCountry } from "./load-practice";

export const ingestJob: Job = {
  name: "ingest",
  description: "ingest [source ...]: fetch, keep, read, check and store what the publishers have published",
  lock: "ingest",
  keepsLines: true,
  changesFigures: true,
  async run({ context, runId, args, sourceMode, trigger, progress, onStep, signal }) {
    const unknown = args.filter((arg) => !isPublicationId(arg));
    if (unknown.length > 0) {
      throw new JobProblem(
        `There is no source called ${unknown.map((name) => `"${name}"`).join(", ")}. Sources: ${PUBLICATION_IDS.join(", ")}.`,
      );
    }
    const only = args.filter(isPublicationId);
    await refuseOtherCountry(context, sourceMode === "practice");
    const outcome = await ingest(context, {
      runId,
      job: "ingest",
      trigger,
      mode: sourceMode === "practice" ? "archive" : sourceMode,
      only,
      progress,
      onStep,
      signal,
    });
    return { job: "ingest", ...outcome };
  },
};

function isPublicationId(name: string): name is PublicationId {
  return (PUBLICATION_IDS as readonly string[]).includes(name);
}
