import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AdminHeading } from "@/components/admin/admin-heading";
import { AdminSection } from "@/components/admin/admin-section";
import { DecideReport } from "@/components/admin/reports/decide-report";
import { ReportNotes } from "@/components/admin/reports/report-notes";
import { ReportDecisions, Reported } from "@/components/admin/reports/reported";
import { FormMessage } from "@/components/forms/form-message";
import { SubjectFacts } from "@/components/report/reported-subject";
import { caller } from "@/trpc/server";
import { reportSentence } from "@/wording/reports";
import { adminPage } from "../../admin-page";
import { whatWasSaid } from "../../what-was-said";

export const metadata: Metadata = { title: "A report" };

export default adminPage("/admin/reports/[id]", async ({ params }) => {
  const id = /^[1-9]\d{0,8}$/.test(String(params.id)) ? Number(params.id) : null;
  if (id === null) notFound();
  const report = await reportOf(id);
  const said = await whatWasSaid(`/admin/reports/${id}`);
  const typed = said?.kind === "problem" ? said.typed : {};
  const { now } = report;
  return (
    <>
      <AdminHeading
        title={report.about}
        above={
          <Link href="/admin/reports" prefetch={false}>
            All reports
          </Link>
        }
      >
        {reportSentence(report)}
      </AdminHeading>
      {said === null ? null : <FormMessage kind={said.kind}>{said.text}</FormMessage>}
      <NotKept report={report} typed={typed} />
      <div className="grid gap-x-10 xl:grid-cols-2 xl:[&_dl>div]:grid-cols-[9rem_minmax(0,1fr)]">
        <AdminSection id="report" heading="The report">
          <Reported report={report} />
        </AdminSection>
        <AdminSection id="now" heading="As it stands now">
          {now === null ? (
            <p className="py-2 text-sm">Nothing is shown at its address.</p>
          ) : (
            <SubjectFacts lines={now.lines} today={now.today} source={now.source} />
          )}
          <ul className="flex flex-wrap gap-x-5 pt-2 text-sm">
            {now === null || now.path === "/" ? null : <Way href={now.path} words="Its page" isPublic />}
            {report.flagId === null ? null : (
              <Way href={`/admin/flags/${encodeURIComponent(report.flagId)}`} words="Decide about the flag" />
            )}
            {report.dfeCode === null ? null : (
              <Way href={`/admin/corrections?council=${report.dfeCode}`} words="Correct a figure" />
            )}
            {report.readings.map((reading) => (
              <Way key={reading} href={`/admin/review/${reading}`} words={`Review reading ${reading}`} />
            ))}
          </ul>
        </AdminSection>
      </div>
      <ReportDecisions decisions={report.decisions} />
      <DecideReport report={report} typed={typed} />
      <ReportNotes report={report} typed={typed} />
    </>
  );
});

/** What somebody typed for a decision that can't be taken any more, as when another was quicker. */
function NotKept({
  report: { may, mayPublish },
  typed: { verb, text, reason },
}: {
  readonly report: { readonly may: readonly string[]; readonly mayPublish: boolean };
  readonly typed: Readonly<Record<string, string>>;
}) {
  const words = text ?? reason ?? "";
  const hasForm = verb === "publish" ? mayPublish : verb !== undefined && may.includes(verb);
  return words === "" || hasForm || verb === "take-back" ? null : (
    <p className="mb-6 prose-width text-sm whitespace-pre-line wrap-anywhere">
      <strong className="font-semibold">You had typed:</strong> {words}
    </p>
  );
}

function Way({
  href,
  words,
  isPublic = false,
}: {
  readonly href: string;
  readonly words: string;
  /** A page of the public site, whose frame is another. */
  readonly isPublic?: boolean;
}) {
  const style = "inline-flex min-h-11 items-center";
  return (
    <li>
      {isPublic ? (
        <a href={href} className={style}>
          {words}
        </a>
      ) : (
        <Link href={href} prefetch={false} className={style}>
          {words}
        </Link>
      )}
    </li>
  );
}

async function reportOf(id: number) {
  try {
    return await caller.admin.reports.byId({ id });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
