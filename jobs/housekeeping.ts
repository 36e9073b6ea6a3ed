import { forgetOldMessages } from "@/notify/store-forgotten";
import { forgetVisits } from "@/users/store-forgotten-visits";
import type { Job } from "./job";

export const housekeepingJob: Job = {
  name: "housekeeping",
  description:
    "housekeeping: delete what was only kept for a time (docs/operations.md says what and for how long)",
  lock: "housekeeping",
  async run({ context, runId, progress }) {
    const { deliveries, messages, addresses } = await forgetOldMessages(context);
    const visits = await forgetVisits(context);
    progress(
      `housekeeping: ${deliveries} deliveries, ${messages} messages, ${addresses} addresses and ${visits} visits forgotten`,
    );
    return { job: "housekeeping", runId, status: "ok", sources: [] };
  },
};
