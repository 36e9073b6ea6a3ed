import type { NotifyContext } from "@/context";
import type { SourceRun } from "@/domain/alerts/source-health";

/** Longer rows of failures are counted as this long. */
const MOST_RUNS = 200;

export interface RunsOfSource {
  readonly source: string;
  readonly title: string;
  /** Newest first. */
  readonly runs: readonly SourceRun[];
}

/** How the last runs fared with each source. */
export async function loadSourceRuns({ database }: Pick<NotifyContext, "database">): Promise<RunsOfSource[]> {
  const publications = await database.publication.findMany({
    select: {
      id: true,
      title: true,
      runs: {
        select: { runId: true, status: true, error: true, run: { select: { startedAt: true } } },
        orderBy: { run: { startedAt: "desc" } },
        take: MOST_RUNS,
      },
    },
    orderBy: { id: "asc" },
  });
  return publications.map(({ id, title, runs }) => ({
    source: id,
    title,
    runs: runs.map(({ runId, status, error, run }) => ({
      ...{ runId, at: run.startedAt, failed: status === "failed", because: error },
    })),
  }));
}

/** Of everybody who may mend it. */
export async function loadAdminAddresses({ database }: Pick<NotifyContext, "database">): Promise<string[]> {
  const admins = await database.user.findMany({
    where: { role: "admin", deactivatedAt: null },
    select: { email: true },
    orderBy: { email: "asc" },
  });
  return admins.map(({ email }) => email);
}
