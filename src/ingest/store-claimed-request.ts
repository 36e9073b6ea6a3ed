import type { Context } from "@/context";
import { Prisma, type RunRequest } from "@/generated/prisma/client";
import type { RequestState, RunProgress, RunReport } from "@/shapes/run-shapes";

export type ClaimedRequest = RunRequest;

/** A request whose worker has ended so often before it isn't begun again: it may be what kills them. */
const MOST_ATTEMPTS = 5;

type Database = Pick<Context, "database">;

/** Requests that nobody has finished, the one that waits longest first. Who holds a request's lock may claim it. */
export async function openRequests({ database }: Database): Promise<readonly { readonly id: string }[]> {
  return database.runRequest.findMany({
    where: { state: { in: ["queued", "running"] } },
    select: { id: true },
    orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
  });
}

/**
 * Takes a request on. The caller holds its lock, so that one marked as running belongs to a worker that died: it's
 * begun again, unless that has happened too often or somebody has asked for it to end.
 *
 * @returns null when there is nothing left to do
 */
export async function claimRequest(
  { database, clock }: Pick<Context, "database" | "clock">,
  id: string,
): Promise<ClaimedRequest | null> {
  const now = clock.now();
  return database.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT "id" FROM "RunRequest" WHERE "id" = ${id} FOR UPDATE`;
    const request = await transaction.runRequest.findUnique({ where: { id } });
    if (!request || (request.state !== "queued" && request.state !== "running")) return null;
    const ended = endedMeanwhile(request);
    if (ended) {
      await transaction.runRequest.update({ where: { id }, data: { ...ended, finishedAt: now } });
      return null;
    }
    return transaction.runRequest.update({
      where: { id },
      data: {
        state: "running",
        attempts: { increment: 1 },
        startedAt: request.startedAt ?? now,
        progress: Prisma.DbNull,
      },
    });
  });
}

function endedMeanwhile({ state, attempts, cancelAskedAt }: RunRequest) {
  if (state === "running" && cancelAskedAt !== null) return { state: "cancelled" };
  if (attempts < MOST_ATTEMPTS) return null;
  return {
    state: "failed",
    error: `The worker ended ${attempts} times while it was at this. What was stored is stored whole.`,
  };
}

/** Which attempt at a request: one that another worker has begun since is no longer ours to speak of. */
export type Attempt = Pick<RunRequest, "id" | "attempts">;

/** The run of an attempt: a run that died keeps its own record. */
export function runIdOf({ id, attempts }: Attempt): string {
  return attempts <= 1 ? id : `${id}-${attempts}`;
}

function ours({ id, attempts }: Attempt) {
  return { id, attempts, state: "running" };
}

export async function storeProgress(
  { database }: Database,
  attempt: Attempt,
  progress: RunProgress,
): Promise<void> {
  await database.runRequest.updateMany({ where: ours(attempt), data: { progress } });
}

/** Whether somebody has asked for the request to end, and who. */
export async function loadCancellation({ database }: Database, { id }: Attempt): Promise<string | null> {
  const request = await database.runRequest.findUnique({ where: { id }, select: { cancelAskedBy: true } });
  return request?.cancelAskedBy ?? null;
}

/** The last that is said of a request. */
export async function storeEnd(
  { database, clock }: Pick<Context, "database" | "clock">,
  attempt: Attempt,
  end: {
    readonly state: Exclude<RequestState, "queued" | "running">;
    readonly report: RunReport | null;
    readonly error: string | null;
  },
): Promise<void> {
  await database.runRequest.updateMany({
    where: ours(attempt),
    data: {
      state: end.state,
      error: end.error,
      report: end.report ?? Prisma.DbNull,
      progress: Prisma.DbNull,
      finishedAt: clock.now(),
    },
  });
}

/** Gives a request back that was begun by a worker which is told to stop: the next one begins it anew. */
export async function handBack({ database }: Database, attempt: Attempt): Promise<void> {
  await database.runRequest.updateMany({
    where: ours(attempt),
    data: { state: "queued", progress: Prisma.DbNull },
  });
}
