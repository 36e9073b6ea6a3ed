import { Prisma, type PrismaClient, type RunRequest } from "@/generated/prisma/client";
import {
  type ReadFrom,
  type RunDetail,
  type RunState,
  type RunSummary,
  runProgressShape,
  runReportShape,
} from "@/shapes/run-shapes";
import { type ActorNames, loadActorNames } from "./actor-names";

type Reading = { readonly database: PrismaClient };

const WITH_SOURCES = { sources: true } as const satisfies Prisma.IngestionRunInclude;
type StoredRun = Prisma.IngestionRunGetPayload<{ include: typeof WITH_SOURCES }>;

export interface RunFilter {
  readonly state?: RunState | undefined;
  readonly source?: string | undefined;
  /** `asked`: people's. `schedule`: all others. */
  readonly by?: "asked" | "schedule" | undefined;
}

export interface RunPage {
  readonly runs: RunSummary[];
  readonly more: boolean;
}

/** A request's number, which the runs of all its attempts begin with. */
const REQUEST_ID_LENGTH = 36;

/** What ran and what waits to, newest first. A request and its runs are one entry. */
export async function listRuns(
  { database }: Reading,
  filter: RunFilter,
  { limit, skip = 0 }: { readonly limit: number; readonly skip?: number },
): Promise<RunPage> {
  const wanted = skip + limit + 1;
  const rows = await database.$queryRaw<{ id: string; asked: boolean }[]>`
    SELECT "id", "asked" FROM (${unified}) AS entries
    WHERE ${conditions(filter)} ORDER BY "at" DESC, "id" DESC LIMIT ${wanted} OFFSET 0`;
  const shown = rows.slice(skip, skip + limit);
  const [runs, requests] = await Promise.all([
    database.ingestionRun.findMany({
      where: { OR: shown.map(({ id, asked }) => (asked ? { id: { startsWith: id } } : { id })) },
      include: WITH_SOURCES,
      orderBy: { startedAt: "asc" },
    }),
    database.runRequest.findMany({ where: { id: { in: shown.map(({ id }) => id) } } }),
  ]);
  const names = await loadActorNames(
    database,
    requests.map(({ requestedBy }) => requestedBy),
  );
  const requestById = new Map(requests.map((request) => [request.id, request]));
  return {
    more: rows.length > skip + limit,
    runs: shown.flatMap(({ id, asked }) => {
      const request = requestById.get(id) ?? null;
      const run = runs.findLast((one) => (asked ? one.id.startsWith(id) : one.id === id)) ?? null;
      return request || run ? [summaryOf(id, request, run, names)] : [];
    }),
  };
}

/** Requests, and runs that nobody asked for, under one set of names. */
const unified = Prisma.sql`
  SELECT request."id", true AS "asked", coalesce(request."startedAt", request."requestedAt") AS "at",
    CASE WHEN request."state" = 'done' THEN request."report"->>'status' ELSE request."state" END AS "state",
    request."sources" AS "sources"
  FROM "RunRequest" AS request
  UNION ALL
  SELECT run."id", false, run."startedAt", run."status",
    (SELECT coalesce(array_agg("publicationId"), '{}') FROM "RunSource" WHERE "runId" = run."id")
  FROM "IngestionRun" AS run
  WHERE NOT EXISTS (SELECT FROM "RunRequest" WHERE "id" = left(run."id", ${REQUEST_ID_LENGTH}))`;

function conditions({ state, source, by }: RunFilter): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(state === undefined ? [] : [Prisma.sql`"state" = ${state}`]),
      // A request that names none is for all of them.
      ...(source === undefined
        ? []
        : [Prisma.sql`(${source} = ANY ("sources") OR "asked" AND cardinality("sources") = 0)`]),
      ...(by === undefined ? [] : [Prisma.sql`"asked" = ${by === "asked"}`]),
    ],
    " AND ",
  );
}

/** One run or request with all that is known of it; null when there is none. */
export async function runDetail({ database }: Reading, id: string): Promise<RunDetail | null> {
  const request = await database.runRequest.findUnique({ where: { id } });
  const runs = await database.ingestionRun.findMany({
    where: request ? { id: { startsWith: id } } : { id },
    include: WITH_SOURCES,
    orderBy: { startedAt: "asc" },
  });
  const run = runs.at(-1) ?? null;
  if (!request && !run) return null;
  // Of a run that is only tried there's no record but what it said.
  const runIds = [...new Set([id, ...runs.map((one) => one.id)])];
  const [lines, raised, names] = await Promise.all([
    database.runLine.findMany({
      where: { OR: [{ runId: { in: runIds } }, ...(request ? [{ runId: { startsWith: `${id}-` } }] : [])] },
      orderBy: { id: "asc" },
    }),
    database.finding.findMany({
      where: { runId: { in: runIds } },
      include: { reading: { select: { snapshotSha256: true } } },
      orderBy: { id: "asc" },
    }),
    loadActorNames(database, [request?.requestedBy, request?.cancelAskedBy]),
  ]);
  const outcomes = run ? outcomesOf(run) : [];
  return {
    ...summaryOf(id, request, run, names),
    asked: request !== null,
    snapshotSha256: request?.snapshotSha256 ?? null,
    requestedAt: request?.requestedAt.toISOString() ?? null,
    attempts: request?.attempts ?? 1,
    cancelAskedBy: request?.cancelAskedBy ? names.of(request.cancelAskedBy) : null,
    progress: request?.progress ? runProgressShape.parse(request.progress) : null,
    report: request?.report ? runReportShape.parse(request.report) : null,
    outcomes,
    lines: lines.map(({ id: line, at, text }) => ({ id: line, at: at.toISOString(), text })),
    raised: raised.map(({ publicationId: source, severity, message, url, reading, ...finding }) => ({
      ...{ id: finding.id, source, message, url, readingId: finding.readingId },
      severity: severity as RunDetail["raised"][number]["severity"],
      snapshotSha256: reading?.snapshotSha256 ?? null,
      isOpen: finding.resolvedAt === null,
    })),
  };
}

function outcomesOf({ sources }: StoredRun): RunDetail["outcomes"] {
  return sources.map(({ publicationId, origin, status, error, runId: _, ...counts }) => ({
    source: publicationId,
    origin: origin as RunDetail["outcomes"][number]["origin"],
    status: status as RunDetail["outcomes"][number]["status"],
    ...counts,
    ...(error === null ? {} : { error }),
  }));
}

function summaryOf(
  id: string,
  request: RunRequest | null,
  run: StoredRun | null,
  names: ActorNames,
): RunSummary {
  const sum = (of: "snapshots" | "unchanged" | "figures" | "findings") =>
    (run?.sources ?? []).reduce((total, source) => total + source[of], 0);
  const report = request?.report ? runReportShape.parse(request.report) : null;
  const at = request ? (request.startedAt ?? request.requestedAt) : run?.startedAt;
  const finishedAt = request ? request.finishedAt : (run?.finishedAt ?? null);
  return {
    id,
    job: request?.job ?? run?.job ?? "ingest",
    at: (at ?? new Date(0)).toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    state: (request
      ? request.state === "done"
        ? (report?.status ?? "ok")
        : request.state
      : run?.status) as RunState,
    trigger: request ? names.of(request.requestedBy) : (run?.trigger ?? ""),
    sources: request ? request.sources : (run?.sources ?? []).map(({ publicationId }) => publicationId),
    readFrom: request && request.job === "ingest" ? (request.readFrom as ReadFrom) : null,
    dryRun: request?.dryRun ?? false,
    snapshots: sum("snapshots"),
    unchanged: sum("unchanged"),
    figures: sum("figures"),
    findings: sum("findings"),
    error: request?.error ?? run?.error ?? null,
  };
}
