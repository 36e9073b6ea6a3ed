import { gatherDigests } from "@/notify/gather-digests";
import { raiseAlerts } from "@/notify/raise-alerts";
import type { Job } from "./job";

export const notifyJob: Job = {
  name: "notify",
  description: "notify: make alerts of what has changed, and queue the messages and digests that are due",
  lock: "notify",
  async run({ context, runId, progress }) {
    const raised = await raiseAlerts(context);
    const digests = await gatherDigests(context);
    progress(
      `notify: ${raised.alerts} alerts, ${raised.messages} messages and ${digests} digests queued` +
        (raised.heldBecause === null ? "" : `; held for an admin: ${raised.heldBecause}`),
    );
    return { job: "notify", runId, status: "ok", sources: [], ...raised, digests };
  },
};
