import { AdminHeading } from "@/components/admin/admin-heading";
import { AdminSection } from "@/components/admin/admin-section";
import { Facts } from "@/components/admin/facts";
import { JobHealth } from "@/components/admin/job-health";
import { Problems } from "@/components/admin/problems";
import { SourceHealth } from "@/components/admin/source-health";
import { caller } from "@/trpc/server";
import { formatInstant } from "@/wording/dates";
import { healthProblems } from "@/wording/health";
import { formatBytes } from "@/wording/sizes";
import { adminPage } from "../admin-page";

export const metadata = { title: "Health" };

export default adminPage("/admin/health", async () => {
  const health = await caller.admin.health();
  const { database, disk, deliveries, lastBackupAt, review, version, startedAt } = health;
  const { applied, missing } = database.migrations;
  return (
    <>
      <AdminHeading title="Health">
        The same for programs, as Prometheus reads it, is at /api/metrics: with METRICS_TOKEN, or from this
        machine alone.
      </AdminHeading>
      <AdminSection id="problems" heading="What needs a look">
        <Problems problems={healthProblems(health, new Date())} />
      </AdminSection>
      <AdminSection id="sources" heading="Sources">
        <SourceHealth sources={health.sources} />
      </AdminSection>
      <AdminSection id="jobs" heading="Jobs">
        <JobHealth jobs={health.jobs} />
      </AdminSection>
      <AdminSection id="machine" heading="The machine">
        <Facts
          facts={[
            ["Waiting for a person", review === 1 ? "one reading" : `${review} readings`],
            [
              "Messages",
              `${deliveries.waiting} on their way, ${deliveries.held} held, ${deliveries.dead} given up in seven days`,
            ],
            ["Last backup", lastBackupAt === null ? "never" : formatInstant(lastBackupAt.toISOString())],
            ["Database", `${formatBytes(database.bytes)}, PostgreSQL ${database.server}`],
            [
              "Migrations",
              missing.length === 0 ? `all ${applied} applied` : `missing: ${missing.join(", ")}`,
            ],
            ["Disk", `${formatBytes(disk.freeBytes)} free of ${formatBytes(disk.totalBytes)}`],
            ["Version", version],
            ["Running since", formatInstant(startedAt.toISOString())],
          ]}
        />
      </AdminSection>
    </>
  );
});
