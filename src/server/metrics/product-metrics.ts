import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Health } from "@/shapes/health-shapes";

/** What Prometheus reads: the process as prom-client measures it, and how the product does. */
export async function productMetrics(
  health: Health,
): Promise<{ readonly contentType: string; readonly text: string }> {
  const registry = new Registry();
  const gauge = (name: string, help: string, ...labelNames: readonly string[]) =>
    new Gauge({ name: `safety_valve_${name}`, help, labelNames, registers: [registry] });

  gauge("info", "Version of the product; always 1.", "version").set({ version: health.version }, 1);
  tellSources(gauge, health.sources);
  tellJobs(gauge, health);
  gauge("review_queue_length", "Readings that wait for a person.").set(health.review);
  const deliveries = gauge("deliveries", "Messages by what holds them; dead: within seven days.", "state");
  for (const state of ["waiting", "held", "dead"] as const)
    deliveries.set({ state }, health.deliveries[state]);
  gauge("database_bytes", "Size of the database.").set(health.database.bytes);
  gauge("migrations_missing", "Migrations that the database lacks.").set(
    health.database.migrations.missing.length,
  );
  gauge("disk_free_bytes", "Room left on the disk of the data folder.").set(health.disk.freeBytes);
  gauge("disk_total_bytes", "Size of the disk of the data folder.").set(health.disk.totalBytes);

  const process = processMetrics();
  return {
    contentType: registry.contentType,
    text: `${await process.metrics()}\n${await registry.metrics()}`,
  };
}

type MakeGauge = (name: string, help: string, ...labelNames: readonly string[]) => Gauge;

function tellSources(gauge: MakeGauge, sources: Health["sources"]): void {
  const overdue = gauge("source_overdue", "1 when an edition should be out and isn't here.", "source");
  const failures = gauge("source_failures_in_row", "Runs that failed since the last that didn't.", "source");
  const reached = gauge(
    "source_last_reached_timestamp_seconds",
    "When the publisher answered last.",
    "source",
  );
  for (const source of sources) {
    overdue.set({ source: source.id }, source.overdue === null ? 0 : 1);
    failures.set({ source: source.id }, source.failuresInRow);
    if (source.lastReachedAt !== null)
      reached.set({ source: source.id }, seconds(new Date(source.lastReachedAt)));
  }
}

function tellJobs(gauge: MakeGauge, { jobs, lastBackupAt }: Health): void {
  const good = gauge("job_last_good_timestamp_seconds", "When a job last did what it's for.", "job");
  for (const { job, lastGoodAt } of jobs) if (lastGoodAt !== null) good.set({ job }, seconds(lastGoodAt));
  const backup = gauge("backup_last_timestamp_seconds", "When the store was last copied; 0: never.");
  backup.set(lastBackupAt === null ? 0 : seconds(lastBackupAt));
}

const seconds = (moment: Date) => moment.getTime() / 1000;

const kept = globalThis as { safetyValveProcessMetrics?: Registry };

/** Gathered since the process began, so there is one of it. */
function processMetrics(): Registry {
  if (kept.safetyValveProcessMetrics === undefined) {
    kept.safetyValveProcessMetrics = new Registry();
    collectDefaultMetrics({ register: kept.safetyValveProcessMetrics });
  }
  return kept.safetyValveProcessMetrics;
}
