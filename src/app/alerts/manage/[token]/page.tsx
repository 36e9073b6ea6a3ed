import { ChoiceSections } from "@/components/alerts/choice-sections";
import { DeadLink } from "@/components/alerts/dead-link";
import { DoneNotice } from "@/components/alerts/done-notice";
import { EndSection } from "@/components/alerts/end-section";
import { OutboxNotice } from "@/components/alerts/outbox-notice";
import { ProblemList } from "@/components/alerts/problems";
import { WebhooksSection } from "@/components/alerts/webhooks-section";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { caller } from "@/trpc/server";
import { kindsWords, rhythmWords } from "@/wording/alert-pages";
import { privatePage } from "../../private-page";
import { readSlip, type SearchParams } from "../../search-params";

export const dynamic = "force-dynamic";
export const metadata = privatePage("Your alerts");

export default async function ManagePage({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly token: string }>;
  readonly searchParams: Promise<SearchParams>;
}) {
  const token = (await params).token.slice(0, 200);
  const page = await caller.alerts.managePage({ token, slip: readSlip(await searchParams) });
  if (page === null) {
    return (
      <PageBody meta={null}>
        <DeadLink
          sentence="This link opens nothing any more."
          hint="Links in messages lead to your choices for 30 days after they were sent, links you ask for during a day. If you unsubscribed or had everything deleted, there is nothing left to open."
        />
      </PageBody>
    );
  }
  const { email, mail, fields, done, mailWay } = page;
  return (
    <PageBody meta={null}>
      <Lead
        title="Your alerts"
        sentence={
          mail === null ? (
            <>
              Nothing is sent to <span className="wrap-anywhere">{email}</span>.
            </>
          ) : (
            <>
              We write to <span className="wrap-anywhere">{email}</span> {rhythmWords(mail)}.
            </>
          )
        }
      >
        {mail === null ? null : (
          <p className="mt-5 prose-width text-ink-soft">You hear {kindsWords(mail)}.</p>
        )}
        {done === "confirmed" || done === "saved" ? <DoneNotice done={done} /> : null}
      </Lead>
      <OutboxNotice mailWay={mailWay} />
      <ProblemList problems={fields.problems} />
      <form
        action="/alerts/choices"
        method="post"
        noValidate
        aria-label={mail === null ? "Choose what to hear of" : "Change what you hear of"}
      >
        <input type="hidden" name="token" value={token} />
        <ChoiceSections fields={fields} />
        <div className="pb-14 lg:-mt-6 lg:pl-[16.5rem]">
          <button type="submit" name="step" value="save" className="button">
            {mail === null ? "Begin" : "Save the changes"}
          </button>
        </div>
      </form>
      <WebhooksSection token={token} page={page} />
      <EndSection token={token} mail={mail !== null} webhooks={page.webhooks.length} />
    </PageBody>
  );
}
