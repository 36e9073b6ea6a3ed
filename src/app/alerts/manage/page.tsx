import Link from "next/link";
import { EmailField } from "@/components/alerts/email-field";
import { OutboxNotice } from "@/components/alerts/outbox-notice";
import { ProblemList } from "@/components/alerts/problems";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { caller } from "@/trpc/server";
import { privatePage } from "../private-page";
import { readSlip, type SearchParams } from "../search-params";

export const dynamic = "force-dynamic";
export const metadata = privatePage("Manage your alerts");

export default async function AskForLinkPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const { email, problems, mailWay } = await caller.alerts.linkForm({ slip: readSlip(await searchParams) });
  return (
    <PageBody meta={null}>
      <Lead
        title="Manage your alerts"
        sentence="Tell us your address, and we send you a link to what you chose."
      >
        <p className="mt-5 prose-width text-ink-soft">
          There you can change your alerts, end them, add a webhook, or have everything deleted. The links at
          the foot of every message lead there too, for 30 days after it was sent.
        </p>
      </Lead>
      <OutboxNotice mailWay={mailWay} />
      <ProblemList problems={problems} />
      <form action="/alerts/link" method="post" noValidate aria-label="Ask for a link" className="pb-16">
        <EmailField typed={email} problems={problems}>
          Send me a link
        </EmailField>
        <p className="mt-6 text-sm">
          No alerts yet? <Link href="/alerts">Choose what to hear of</Link>
        </p>
      </form>
    </PageBody>
  );
}
