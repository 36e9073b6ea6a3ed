import { describe, expect, it } from "vitest";
import type { Health } from "@/shapes/health-shapes";
import { healthProblems } from "./health";

const NOW = new Date("2026-11-30T08:00:00Z");
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

const FINE: Health = {
  sources: [
    {
      id: "ehc-plans",
      title: "Plans",
      lastCheckedAt: ago(1).toISOString(),
      lastReachedAt: ago(1).toISOString(),
      overdue: null,
      failuresInRow: 0,
      error: null,
    },
  ],
  jobs: [{ job: "assess", lastStartedAt: ago(2), lastStatus: "ok", lastGoodAt: ago(2) }],
  lastBackupAt: ago(8 * 24),
  review: 3,
  deliveries: { waiting: 4, held: 2, dead: 0, oldestDueAt: ago(0.25) },
  database: { bytes: 1, server: "18.4", migrations: { applied: 9, missing: [] } },
  disk: { freeBytes: 2_000_000_000, totalBytes: 20_000_000_000 },
  version: "0.1.0",
  startedAt: ago(3),
};
const [source] = FINE.sources;
if (!source) throw new Error("There is no source to break.");

const sentences = (changed: Partial<Health>) =>
  healthProblems({ ...FINE, ...changed }, NOW).map(({ sentence }) => sentence);

describe("what is wrong with the machine", () => {
  it("is nothing, at the edge of what is still right", () => expect(sentences({})).toEqual([]));

  it.each<[string, Partial<Health>, RegExp]>([
    [
      "a source that failed",
      { sources: [{ ...source, failuresInRow: 1, error: "no answer" }] },
      /^Plans failed once: no answer$/,
    ],
    [
      "one that goes on failing",
      { sources: [{ ...source, failuresInRow: 3 }] },
      /^Plans failed 3 times in a row$/,
    ],
    [
      "one that is late",
      { sources: [{ ...source, overdue: { name: "January 2026", dueBy: "2026-07-01" } }] },
      /^Plans: January 2026 was due by 1 July 2026 and isn’t here\.$/,
    ],
    [
      "a job that failed",
      { jobs: [{ job: "assess", lastStartedAt: ago(2), lastStatus: "failed", lastGoodAt: null }] },
      /^The job assess of 30 November 2026, 6:00am failed\.$/,
    ],
    [
      "a job that was cut off",
      { jobs: [{ job: "assess", lastStartedAt: ago(2), lastStatus: "interrupted", lastGoodAt: null }] },
      /was interrupted\.$/,
    ],
    ["a message given up", { deliveries: { ...FINE.deliveries, dead: 1 } }, /^One message was given up/],
    [
      "messages that stay",
      { deliveries: { ...FINE.deliveries, oldestDueAt: ago(0.26) } },
      /were due 15 minutes ago: is the worker running\?$/,
    ],
    [
      "a database that is behind",
      { database: { ...FINE.database, migrations: { applied: 8, missing: ["x"] } } },
      /^The database lacks a migration/,
    ],
    [
      "a disk with little room",
      { disk: { freeBytes: 1_999_000_000, totalBytes: 19_000_000_000 } },
      /^Only 2\.0 GB of 19\.0 GB are free/,
    ],
    [
      "a large disk with a small share of it left",
      { disk: { freeBytes: 9_000_000_000, totalBytes: 100_000_000_000 } },
      /^Only 9\.0 GB of 100 GB/,
    ],
    ["no backup", { lastBackupAt: null }, /^No backup has been made yet/],
    ["an old backup", { lastBackupAt: ago(8 * 24 + 1) }, /^The last backup was made 8 days ago/],
  ])("is %s", (_what, changed, sentence) => {
    const met = sentences(changed);
    expect(met).toHaveLength(1);
    expect(met[0]).toMatch(sentence);
  });

  it("is told with the gravest first", () => {
    const met = healthProblems(
      {
        ...FINE,
        lastBackupAt: null,
        sources: [{ ...source, failuresInRow: 3 }],
        database: { ...FINE.database, migrations: { applied: 8, missing: ["x"] } },
      },
      NOW,
    );
    expect(met.map(({ where, id }) => `${where} ${id}`)).toEqual([
      "database migrations",
      "source ehc-plans",
      "job backup",
    ]);
  });
});
