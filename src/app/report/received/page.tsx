import type { Metadata } from "next";
import Link from "next/link";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { caller } from "@/trpc/server";
import { ADDRESS_KEPT, ANSWERED_WITHIN } from "@/wording/report-form";
import { readReportView, type SearchParams } from "../search-params";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Thank you",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
  alternates: { canonical: "/report" },
  openGraph: null,
  twitter: null,
};

export default async function ReportReceivedPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const { slip } = readReportView(await searchParams);
  const { received } = await caller.reports.received(slip === undefined ? {} : { slip });
  return (
    <PageBody meta={null}>
      <Lead
        title="Thank you"
        sentence={
          received === null
            ? "If you have just sent a report, we have it."
            : `We have your report. Its number is ${received.id}.`
        }
      />
      <ul className="prose-width list-disc space-y-2 pb-16 pl-5">
        <li>A person looks into it {ANSWERED_WITHIN}.</li>
        {received === null ? null : received.answerTo === null ? (
          <li>You gave no address, so you get no answer. What is corrected is told on the page itself.</li>
        ) : (
          <li>
            The answer goes to <span className="wrap-anywhere">{received.answerTo}</span>. {ADDRESS_KEPT}
          </li>
        )}
        <li>
          Until then the page stays as it is. <Link href={received?.back ?? "/"}>Back to it</Link>
        </li>
      </ul>
    </PageBody>
  );
}
