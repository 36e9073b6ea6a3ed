import { checkOverdue } from "@/ingest/check-overdue";
import type { Job } from "./job";

export const checkOverdueJob: Job = {
  name: "check-overdue",
  description: "check-overdue: note which publications should have a newer edition out than the one held",
  lock: "check-overdue",
  keepsLines: true,
  async run({ context, runId, trigger, progress }) {
    return { job: "check-overdue", ...(await checkOverdue(context, { runId, trigger, progress })) };
  },
};
