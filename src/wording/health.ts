import type { Health } from "@/shapes/health-shapes";
import { formatDate, formatInstant } from "./dates";
import { formatAge, formatBytes } from "./sizes";

/** Something about the machine that somebody should look at: where, and what it is in a sentence. */
export interface HealthProblem {
  readonly where: "source" | "job" | "mail" | "database" | "disk";
  /** What it is about, to tell two of one kind apart. */
  readonly id: string;
  /** broken: something doesn't work; late: something should have happened by now. */
  readonly kind: "broken" | "late";
  readonly sentence: string;
}

const DISK_SHARE = 0.1;
const DISK_BYTES = 2_000_000_000;
const WAITING_MS = 15 * 60_000;
const BACKUP_MS = 8 * 24 * 3_600_000;

/** What is wrong with the machine, the gravest first; nothing: all is as it should be. */
export function healthProblems(health: Health, now: Date): HealthProblem[] {
  return [
    ...ofDatabase(health),
    ...ofDisk(health),
    ...health.sources.flatMap(ofSource),
    ...health.jobs.filter(({ lastStatus }) => ["failed", "interrupted"].includes(lastStatus)).map(ofJob),
    ...ofDeliveries(health, now),
    ...ofBackup(health, now),
  ];
}

function ofDatabase({ database: { migrations } }: Health): HealthProblem[] {
  const { length } = migrations.missing;
  if (length === 0) return [];
  const sentence = `The database lacks ${length === 1 ? "a migration" : `${length} migrations`} that this version needs. Stop and start again: that migrates.`;
  return [{ where: "database", id: "migrations", kind: "broken", sentence }];
}

function ofDisk({ disk: { freeBytes, totalBytes } }: Health): HealthProblem[] {
  if (freeBytes >= DISK_BYTES && freeBytes >= totalBytes * DISK_SHARE) return [];
  const sentence = `Only ${formatBytes(freeBytes)} of ${formatBytes(totalBytes)} are free on the disk of the data folder.`;
  return [{ where: "disk", id: "free", kind: "broken", sentence }];
}

function ofSource({ id, title, failuresInRow, error, overdue }: Health["sources"][number]): HealthProblem[] {
  const problems: HealthProblem[] = [];
  if (failuresInRow > 0) {
    const times = failuresInRow === 1 ? "once" : `${failuresInRow} times in a row`;
    const because = error === null ? "" : `: ${error}`;
    problems.push({ where: "source", id, kind: "broken", sentence: `${title} failed ${times}${because}` });
  }
  if (overdue !== null) {
    const sentence = `${title}: ${overdue.name} was due by ${formatDate(overdue.dueBy)} and isn’t here.`;
    problems.push({ where: "source", id: `${id} overdue`, kind: "late", sentence });
  }
  return problems;
}

function ofJob({ job, lastStatus, lastStartedAt }: Health["jobs"][number]): HealthProblem {
  const how = lastStatus === "failed" ? "failed" : "was interrupted";
  return {
    where: "job",
    id: job,
    kind: "broken",
    sentence: `The job ${job} of ${formatInstant(lastStartedAt.toISOString())} ${how}.`,
  };
}

function ofDeliveries({ deliveries: { dead, oldestDueAt } }: Health, now: Date): HealthProblem[] {
  const problems: HealthProblem[] = [];
  if (dead > 0) {
    const sentence = `${dead === 1 ? "One message was" : `${dead} messages were`} given up within the last seven days.`;
    problems.push({ where: "mail", id: "dead", kind: "broken", sentence });
  }
  if (oldestDueAt !== null && now.getTime() - oldestDueAt.getTime() > WAITING_MS) {
    const sentence = `Messages wait to be sent that were due ${formatAge(oldestDueAt, now)}: is the worker running?`;
    problems.push({ where: "mail", id: "waiting", kind: "broken", sentence });
  }
  return problems;
}

function ofBackup({ lastBackupAt }: Health, now: Date): HealthProblem[] {
  if (lastBackupAt !== null && now.getTime() - lastBackupAt.getTime() <= BACKUP_MS) return [];
  const sentence =
    lastBackupAt === null
      ? "No backup has been made yet. The job “backup” makes one."
      : `The last backup was made ${formatAge(lastBackupAt, now)}. The job “backup” makes one.`;
  return [{ where: "job", id: "backup", kind: "late", sentence }];
}
