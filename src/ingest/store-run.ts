import type { Context } from "@/context";
import type { SourceOutcome } from "./ingest-publication";

export type RunStatus = "ok" | "partial" | "failed";

/**
 * Opens the record of a run. Whoever opens one holds the job's lock, so that a run still marked as
 * running belongs to a process that died: it's marked as interrupted.
 */
export async function openRun(context: Context, runId: string, job: string, trigger: string): Promise<void> {
  const now = context.clock.now();
  await context.database.$transaction([
    context.database.ingestionRun.updateMany({
      where: { job, status: "running" },
      data: { status: "interrupted", finishedAt: now },
    }),
    context.database.ingestionRun.create({
      data: { id: runId, job, trigger, status: "running", startedAt: now },
    }),
  ]);
}

export async function storeSourceOutcome(
  context: Context,
  runId: string,
  outcome: SourceOutcome,
): Promise<void> {
  const { source, origin, status, snapshots, unchanged, figures, findings, durationMs, error } = outcome;
  await context.database.runSource.create({
    data: {
      runId,
      publicationId: source,
      origin,
      status,
      snapshots,
      unchanged,
      figures,
      findings,
      durationMs,
      error: error ?? null,
    },
  });
}

export async function closeRun(
  context: Context,
  runId: string,
  status: RunStatus | "cancelled",
  error: string | null,
): Promise<void> {
  await context.database.ingestionRun.update({
    where: { id: runId },
    data: { status, error, finishedAt: context.clock.now() },
  });
}
