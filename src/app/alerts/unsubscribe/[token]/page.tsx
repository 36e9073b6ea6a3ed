import Link from "next/link";
import { DeadLink } from "@/components/alerts/dead-link";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { caller } from "@/trpc/server";
import { chosenWords } from "@/wording/alert-pages";
import { privatePage } from "../../private-page";

export const dynamic = "force-dynamic";
export const metadata = privatePage("Unsubscribe");

export default async function UnsubscribePage({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>;
}) {
  const token = (await params).token.slice(0, 200);
  const ending = await caller.alerts.ending({ token });
  if (ending === null) {
    return (
      <PageBody meta={null}>
        <DeadLink
          sentence="There is nothing left to end: no mail goes out by this link."
          hint="You may have unsubscribed already. If messages still come, they go to a subscription made later, or to another address."
        />
      </PageBody>
    );
  }
  return (
    <PageBody meta={null}>
      <Lead
        title="Unsubscribe"
        sentence={
          <>
            Stop all alerts to <span className="wrap-anywhere">{ending.email}</span>?
          </>
        }
      >
        <p className="mt-5 prose-width text-ink-soft">You asked to hear {chosenWords(ending.chosen)}.</p>
        <form action="/alerts/unsubscribe" method="post" className="mt-8 flex flex-wrap items-center gap-5">
          <input type="hidden" name="token" value={token} />
          <button type="submit" className="button">
            Unsubscribe
          </button>
          <Link href={`/alerts/manage/${encodeURIComponent(token)}`} prefetch={false}>
            Change what you hear of instead
          </Link>
        </form>
        <p className="mt-8 prose-width pb-12 text-sm text-ink-soft">
          The address is deleted with it, unless you have webhooks: then it is kept to tell you when one
          fails.
        </p>
      </Lead>
    </PageBody>
  );
}
