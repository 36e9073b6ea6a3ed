import { machineHealth } from "@/present/machine-health";
import { loadReviewQueue } from "@/review/load-review-queue";
import type { Health } from "@/shapes/health-shapes";
import type { RequestContext } from "./context";

/** How the machine does, for the health page, the overview and whoever collects metrics. */
export async function loadHealth(context: RequestContext): Promise<Health> {
  const [stored, queue, { version, disk, startedAt }] = await Promise.all([
    context.knownMigrations().then((known) => machineHealth(context, context.publications, known)),
    loadReviewQueue(context),
    context.machine(),
  ]);
  return { ...stored, review: queue.length, disk, version, startedAt };
}
