import { AdminHeading } from "@/components/admin/admin-heading";
import { AdminSection } from "@/components/admin/admin-section";
import { Problems } from "@/components/admin/problems";
import { RunList } from "@/components/admin/run-list";
import { caller } from "@/trpc/server";
import { formatInstant } from "@/wording/dates";
import { healthProblems } from "@/wording/health";
import { overviewSentence, waitingDecisions } from "@/wording/overview";
import { adminPage } from "./admin-page";

export const metadata = { title: "Overview" };

export default adminPage("/admin", async () => {
  const [overview, health] = await Promise.all([caller.admin.overview(), caller.admin.health()]);
  const problems = healthProblems(health, new Date());
  const waiting = waitingDecisions(overview);
  const oldest = [overview.review.oldestAt, overview.reports.oldestAt].filter((at) => at !== null);
  const oldestAt = oldest.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  return (
    <>
      <AdminHeading title={overviewSentence(problems.length, waiting)} />
      <AdminSection id="broken" heading="What needs a look">
        <Problems problems={problems} />
      </AdminSection>
      <AdminSection
        id="decisions"
        heading="What needs a decision"
        note={
          oldestAt === null
            ? "Nothing has to be reviewed or answered."
            : `The first of them waits since ${formatInstant(oldestAt.toISOString())}.`
        }
      >
        <ul className="pt-1">
          {waiting.map(({ count, what }) => (
            <li key={what} className="border-b border-rule py-2 text-sm">
              <strong className="font-semibold">{count}</strong> {what}
            </li>
          ))}
        </ul>
      </AdminSection>
      <AdminSection id="runs" heading="What ran lately">
        <RunList runs={overview.runs} hrefOf={null} />
      </AdminSection>
    </>
  );
});
