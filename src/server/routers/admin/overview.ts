import { recentRuns } from "@/present/recent-runs";
import { countOpenReports } from "@/review/load-reports";
import { loadReviewQueue, type ReviewKind } from "@/review/load-review-queue";
import { overviewShape } from "@/shapes/overview-shapes";
import { editorProcedure } from "../../trpc";

const RUNS = 8;

export const overview = editorProcedure.output(overviewShape).query(async ({ ctx }) => {
  const [queue, heldBatches, reports, runs] = await Promise.all([
    loadReviewQueue(ctx),
    ctx.database.alertBatch.count({ where: { state: "held" } }),
    countOpenReports(ctx),
    recentRuns(ctx, RUNS),
  ]);
  const count = (kind: ReviewKind) => queue.filter((entry) => entry.kind === kind).length;
  return {
    review: {
      held: count("held"),
      notUnderstood: count("not-understood"),
      doubtful: count("doubtful"),
      unconfirmed: count("unconfirmed-terms"),
      oldestAt: queue[0]?.readAt ?? null,
    },
    heldBatches,
    reports,
    runs,
  };
});
