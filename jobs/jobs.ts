import { assessJob } from "./assess";
import { backupJob } from "./backup";
import { checkOverdueJob } from "./check-overdue";
import { forgetJob } from "./forget";
import { ingestJob } from "./ingest";
import type { Job } from "./job";
import { loadArchiveJob } from "./load-archive";
import { notifyJob } from "./notify";
import { replayJob } from "./replay";
import { restoreJob } from "./restore";
import { reviewJob } from "./review";
import { verifyArchiveJob } from "./verify-archive";

export const jobs: readonly Job[] = [
  ingestJob,
  assessJob,
  notifyJob,
  checkOverdueJob,
  forgetJob,
  loadArchiveJob,
  verifyArchiveJob,
  replayJob,
  backupJob,
  restoreJob,
  reviewJob,
];
