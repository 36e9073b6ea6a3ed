import type { Metadata } from "next";
import Link from "next/link";
import { ProblemList } from "@/components/alerts/problems";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { ReportFields } from "@/components/report/report-fields";
import { ReportedSubject } from "@/components/report/reported-subject";
import { caller } from "@/trpc/server";
import { ANSWERED_WITHIN } from "@/wording/report-form";
import { contactEmail } from "../contact";
import { readReportView, type SearchParams } from "./search-params";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Report an error",
  description: "Tell the people who run this site that a figure, a flag or a sentence is wrong.",
  alternates: { canonical: "/report" },
  robots: { index: false, follow: false },
};

export default async function ReportPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const form = await caller.reports.form(readReportView(await searchParams));
  const { subject, unknown, address, typed, problems } = form;
  const contact = contactEmail();
  return (
    <PageBody meta={null}>
      <Lead title="Report an error" sentence={subject?.title ?? "Tell us what is wrong on this site."}>
        <p className="mt-5 prose-width text-ink-soft">
          A person looks into it {ANSWERED_WITHIN}. What is wrong is corrected in public, with its source; the
          figure as first published stays beside it.{" "}
          <Link href="/about#corrections">How corrections work</Link>
          {contact === null ? null : (
            <>
              . You can also write to <a href={`mailto:${contact}`}>{contact}</a>
            </>
          )}
          .
        </p>
      </Lead>
      <ProblemList problems={problems} />
      {unknown ? (
        <p className="mb-8 prose-width border-l-4 border-notice-edge bg-notice px-4 py-2">
          The link that led here names nothing that we hold. Say in your own words what you mean.
        </p>
      ) : null}
      {subject === null ? null : <ReportedSubject subject={subject} />}
      <form action="/report/send" method="post" noValidate aria-label="Report an error">
        {Object.entries(address).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ReportFields typed={typed} problems={problems} />
      </form>
    </PageBody>
  );
}
