import { assess } from "@/assess/assess";
import type { Job } from "./job";

export const assessJob: Job = {
  name: "assess",
  description: "assess: hold every council's promise against what is held, and raise or clear flags",
  lock: "assess",
  async run({ context, runId, progress }) {
    const { durationMs, ...outcome } = await assess(context);
    const { councils, unchanged, raised, worsened, eased, cleared } = outcome;
    progress(
      `assess: ${councils - unchanged} of ${councils} councils looked at; flags raised ${raised}, worsened ${worsened}, eased ${eased}, cleared ${cleared} (${durationMs} ms)`,
    );
    return { job: "assess", runId, status: "ok", sources: [], ...outcome, durationMs };
  },
};
