import type { Health } from "@/shapes/health-shapes";
import { failuresInRow } from "@/store/failures-in-row";
import { type PublicationCalendar, publicationStates } from "./publication-states";
import type { Reading } from "./summaries";

const WEEK_MS = 7 * 24 * 3_600_000;

/** What is stored about how the machine does: sources, jobs, messages, the database itself. */
export async function machineHealth(
  reading: Reading,
  calendars: readonly PublicationCalendar[],
  knownMigrations: readonly string[],
): Promise<Omit<Health, "review" | "disk" | "version" | "startedAt">> {
  const { database } = reading;
  const [states, failures, jobs, deliveries, measured, applied] = await Promise.all([
    publicationStates(reading, calendars),
    failuresInRow(database),
    jobsOf(reading),
    deliveriesOf(reading),
    database.$queryRaw<{ bytes: bigint; server: string }[]>`
      SELECT pg_database_size(current_database()) AS "bytes", current_setting('server_version') AS "server"`,
    database.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  ]);
  const failed = new Map(failures.map((failure) => [failure.publicationId, failure]));
  const names = new Set(applied.map(({ migration_name }) => migration_name));
  return {
    sources: states.map(({ id, title, lastCheckedAt, lastReachedAt, overdueEdition }) => ({
      id,
      title,
      lastCheckedAt,
      lastReachedAt,
      overdue: overdueEdition,
      failuresInRow: failed.get(id)?.failures ?? 0,
      error: failed.get(id)?.error ?? null,
    })),
    jobs,
    lastBackupAt: jobs.find(({ job }) => job === "backup")?.lastGoodAt ?? null,
    deliveries,
    database: {
      bytes: Number(measured[0]?.bytes ?? 0),
      server: measured[0]?.server ?? "unknown",
      migrations: { applied: names.size, missing: knownMigrations.filter((name) => !names.has(name)) },
    },
  };
}

async function jobsOf({ database }: Reading): Promise<Health["jobs"]> {
  return database.$queryRaw<Health["jobs"]>`
    SELECT DISTINCT ON (run."job") run."job", run."startedAt" AS "lastStartedAt", run."status" AS "lastStatus",
      (SELECT max(good."finishedAt") FROM "IngestionRun" good
       WHERE good."job" = run."job" AND good."status" IN ('ok', 'partial')) AS "lastGoodAt"
    FROM "IngestionRun" run ORDER BY run."job", run."startedAt" DESC`;
}

async function deliveriesOf({ database, clock }: Reading): Promise<Health["deliveries"]> {
  const since = new Date(clock.now().getTime() - WEEK_MS);
  const [waiting, held, dead, oldest] = await Promise.all([
    database.delivery.count({ where: { state: { in: ["queued", "sending"] } } }),
    database.delivery.count({ where: { state: "held" } }),
    database.delivery.count({ where: { state: "dead", createdAt: { gte: since } } }),
    database.delivery.findFirst({
      where: { state: "queued", dueAt: { lte: clock.now() } },
      orderBy: { dueAt: "asc" },
      select: { dueAt: true },
    }),
  ]);
  return { waiting, held, dead, oldestDueAt: oldest?.dueAt ?? null };
}
