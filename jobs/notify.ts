import { gatherDigests } from "@/notify/gather-digests";
import { raiseAlarms } from "@/notify/raise-alarms";
import { raiseAlerts } from "@/notify/raise-alerts";
import type { Job } from "./job";

export const notifyJob: Job = {
  name: "notify",
  description:
    "notify: make alerts of what has changed, and queue the messages, digests and alarms that are due",
  lock: "notify",
  async run({ context, runId, contactEmail = null, progress }) {
    const raised = await raiseAlerts(context);
    const digests = await gatherDigests(context);
    const alarms = await raiseAlarms(context, contactEmail);
    progress(
      `notify: ${raised.alerts} alerts, ${raised.messages} messages and ${digests} digests queued, ${alarms} alarms to admins` +
        (raised.heldBecause === null ? "" : `; held for an admin: ${raised.heldBecause}`),
    );
    return { job: "notify", runId, status: "ok", sources: [], ...raised, digests, alarms };
  },
};
