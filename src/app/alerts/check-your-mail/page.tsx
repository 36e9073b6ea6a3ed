import Link from "next/link";
import { OutboxNotice } from "@/components/alerts/outbox-notice";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { caller } from "@/trpc/server";
import { privatePage } from "../private-page";
import { readSlip, type SearchParams } from "../search-params";

export const dynamic = "force-dynamic";
export const metadata = privatePage("Check your mail");

export default async function CheckYourMailPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const { asked, mailWay } = await caller.alerts.mailAsked({ slip: readSlip(await searchParams) });
  const link = asked?.what === "manage";
  return (
    <PageBody meta={null}>
      <Lead
        title="Check your mail"
        sentence={
          asked === null ? (
            "If you have just asked for a message, it is on its way."
          ) : mailWay === "outbox" ? (
            <>
              The message to <span className="wrap-anywhere">{asked.email}</span> lies in this site’s outbox
              folder.
            </>
          ) : link ? (
            <>
              If alerts go to <span className="wrap-anywhere">{asked.email}</span>, a link to your choices is
              on its way there.
            </>
          ) : (
            <>
              We have written to <span className="wrap-anywhere">{asked.email}</span>. Open the link in that
              message, and your alerts begin.
            </>
          )
        }
      />
      <OutboxNotice mailWay={mailWay} />
      <ul className="prose-width list-disc space-y-2 pb-16 pl-5">
        <li>
          {link
            ? "The link works for a day."
            : "The link works for seven days. Until you open it we send nothing else, and after that we forget the address."}
        </li>
        <li>It usually comes within a minute or two. If it doesn’t, look among your unwanted mail.</li>
        <li>
          {asked === null ? "Nothing there" : "Nothing there, or a slip in the address"}?{" "}
          <Link href={link ? "/alerts/manage" : "/alerts"}>Ask again</Link>.
        </li>
        {link ? (
          <li>
            So that nobody can find out who is subscribed here, this page says the same for every address.
          </li>
        ) : null}
      </ul>
    </PageBody>
  );
}
