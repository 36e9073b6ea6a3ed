import Link from "next/link";
import { redirect } from "next/navigation";
import { DeadLink } from "@/components/alerts/dead-link";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { caller } from "@/trpc/server";
import { chosenWords, kindsWords, rhythmWords } from "@/wording/alert-pages";
import { privatePage } from "../../private-page";

export const dynamic = "force-dynamic";
export const metadata = privatePage("Confirm your alerts");

export default async function ConfirmPage({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>;
}) {
  const { token } = await params;
  const signUp = await caller.alerts.signUp({ token: token.slice(0, 200) });
  if (signUp.kind === "confirmed") redirect(`/alerts/manage/${encodeURIComponent(token)}`);
  if (signUp.kind === "no-such-link") {
    return (
      <PageBody meta={null}>
        <DeadLink
          sentence="This link has expired, or it is not whole."
          hint="A link to confirm works for seven days. If you confirmed before and have unsubscribed since, it does nothing more."
        />
      </PageBody>
    );
  }
  const { email, asked, together } = signUp;
  return (
    <PageBody meta={null}>
      <Lead
        title="Confirm your alerts"
        sentence={
          <>
            Shall we write to <span className="wrap-anywhere">{email}</span> {rhythmWords(asked)}?
          </>
        }
      >
        <p className="mt-5 prose-width">You asked to hear {kindsWords(asked)}.</p>
        {together === null ? null : (
          <p className="mt-3 prose-width">
            You have alerts already. Together you will hear {chosenWords(together)}.
          </p>
        )}
        <form action="/alerts/confirm" method="post" className="mt-8">
          <input type="hidden" name="token" value={token} />
          <button type="submit" className="button">
            Yes, begin
          </button>
        </form>
        <p className="mt-8 prose-width pb-12 text-sm text-ink-soft">
          If you didn’t ask for this, close the page: nothing is sent, and the address is deleted after seven
          days. <Link href="/privacy#alerts">What we keep</Link>
        </p>
      </Lead>
    </PageBody>
  );
}
