import type { Overview } from "@/shapes/overview-shapes";
import type { Reading } from "./summaries";

/** The runs begun last, newest first, each with what its sources came to. */
export async function recentRuns({ database }: Reading, count: number): Promise<Overview["runs"]> {
  const runs = await database.ingestionRun.findMany({
    orderBy: { startedAt: "desc" },
    take: count,
    include: { sources: { select: { status: true, figures: true } } },
  });
  return runs.map(({ id, job, trigger, status, startedAt, finishedAt, sources }) => ({
    ...{ id, job, trigger, status, startedAt, finishedAt },
    sources: sources.length,
    sourcesFailed: sources.filter((source) => source.status === "failed").length,
    figures: sources.reduce((sum, { figures }) => sum + figures, 0),
  }));
}
