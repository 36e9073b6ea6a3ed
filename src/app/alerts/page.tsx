import type { Metadata } from "next";
import Link from "next/link";
import { ChoiceSections } from "@/components/alerts/choice-sections";
import { EmailField } from "@/components/alerts/email-field";
import { OtherWays } from "@/components/alerts/other-ways";
import { OutboxNotice } from "@/components/alerts/outbox-notice";
import { ProblemList } from "@/components/alerts/problems";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { caller } from "@/trpc/server";
import { alertsSentence, unknownCouncilsWords } from "@/wording/alert-pages";
import { readAlertsView, readSlip, type SearchParams } from "./search-params";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Alerts",
  description:
    "Be written to when something happens to a council’s promise: at once, once a day or once a week, by e-mail, feed or webhook.",
  alternates: { canonical: "/alerts", types: { "application/atom+xml": "/feeds/changes.atom" } },
};

export default async function AlertsPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const { councils, kinds, ...view } = readAlertsView(params);
  const { email, mailWay, unknown, ...fields } = await caller.alerts.subscribeForm({
    ...{ ...view, councils: [...councils], kinds: [...kinds], slip: readSlip(params) },
  });
  return (
    <PageBody meta={null}>
      <Lead title="Alerts" sentence={alertsSentence(fields.chosen)}>
        <p className="mt-5 prose-width text-ink-soft">
          Free, and without an account. We ask once whether the address is yours; every message has a link
          that ends them. Already subscribed? <Link href="/alerts/manage">Change or end it</Link>.
        </p>
      </Lead>
      <OutboxNotice mailWay={mailWay} />
      <ProblemList problems={fields.problems} />
      {unknown.length === 0 ? null : (
        <p className="mb-8 prose-width border-l-4 border-notice-edge bg-notice px-4 py-2">
          {unknownCouncilsWords(unknown)}
        </p>
      )}
      <form action="/alerts/subscribe" method="post" noValidate aria-label="Subscribe by e-mail">
        <ChoiceSections fields={fields} />
        <Section id="where" heading="Where to">
          <EmailField typed={email} problems={fields.problems}>
            Subscribe
          </EmailField>
          <p className="mt-4 prose-width text-sm text-ink-soft">
            We keep the address and what you chose, use them for nothing else, and delete both when you
            unsubscribe. <Link href="/privacy#alerts">More about that</Link>
          </p>
        </Section>
      </form>
      <OtherWays councils={fields.chosen.councils} />
    </PageBody>
  );
}
