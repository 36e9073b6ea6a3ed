import type { Metadata } from "next";
import Link from "next/link";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { REPORTER_DAYS } from "@/domain/reports/report";
import { contactEmail } from "../contact";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Privacy",
  description:
    "What this site knows about its readers: no accounts, no cookies, no tracking; and of those who subscribe to alerts or report an error, an address and what they wrote.",
};

interface Kept {
  readonly what: string;
  readonly why: string;
  readonly long: string;
}

/** What is kept of subscribers, why, and for how long: as src/notify does it. */
const KEPT: readonly Kept[] = [
  {
    what: "Your address, and what you chose to hear of",
    why: "to write to you, and of that alone",
    long: "until you unsubscribe or have it deleted; then at once",
  },
  {
    what: "An address that nobody has confirmed",
    why: "to ask whether it is theirs",
    long: "seven days, then it is deleted within an hour or two",
  },
  {
    what: "Which messages were made for you, when they were sent, and whether they were accepted",
    why: "to send each once, and so that the links in them work",
    long: "as long as your subscription",
  },
  {
    what: "The address of a webhook, and the secret that signs its calls, encrypted",
    why: "to call it",
    long: "until you remove it",
  },
  {
    what: "A fingerprint of the network address that asks for a message, and of the address it is asked for",
    why: "so that nobody can have others flooded with mail",
    long: "an hour and a day; the network address itself is not kept",
  },
  {
    what: "Of an address that refused our mail, complained of it or wants none: a fingerprint, its first letter and its domain",
    why: "to send nothing there again, and so that it can be found and taken off the list",
    long: "until its owner asks us to take it off",
  },
];

/** The same of those who report an error: as src/review and the job `forget` do it. */
const KEPT_OF_REPORTS: readonly Kept[] = [
  {
    what: "What you wrote, and what the page showed at that moment",
    why: "to look into it, and to be able to say later why something was corrected",
    long: "with the record of what was decided about it",
  },
  {
    what: "Your e-mail address, if you give one",
    why: "to answer you, and for that alone",
    long: `${REPORTER_DAYS.afterDecision} days after the answer, at the latest ${REPORTER_DAYS.atMost} days after the report; then it is erased`,
  },
  {
    what: "A fingerprint of the network address that sends a report",
    why: "so that nobody can bury the reports of others",
    long: "an hour; the network address itself is not kept",
  },
];

function KeptList({ kept }: { readonly kept: readonly Kept[] }) {
  return (
    <dl className="border-b border-rule text-sm">
      {kept.map(({ what, why, long }) => (
        <div key={what} className="border-t border-rule py-3">
          <dt className="font-semibold">{what}</dt>
          <dd>Why: {why}.</dd>
          <dd>How long: {long}.</dd>
        </div>
      ))}
    </dl>
  );
}

export default function PrivacyPage() {
  const contact = contactEmail();
  return (
    <PageBody meta={null}>
      <Lead
        title="Privacy"
        sentence="You can read everything here without telling us who you are, and we don’t try to find out."
      />
      <Section id="not" heading="What we don’t do">
        <ul className="prose-width list-disc space-y-2 pl-5">
          <li>There are no accounts for readers, so there is nothing to sign in to.</li>
          <li>The site sets no cookies. Only the people who run it sign in, and have one meanwhile.</li>
          <li>
            It loads nothing from other companies: no analytics, no advertising, no fonts, no maps. Your
            browser talks to this site alone.
          </li>
          <li>It doesn’t measure what you look at.</li>
        </ul>
      </Section>
      <Section
        id="alerts"
        heading="If you subscribe to alerts"
        note={<p>What we keep then, why, and for how long.</p>}
      >
        <div className="prose-width space-y-4">
          <p>
            You give us an e-mail address so that we can write to it, and you say whether it is yours before
            we do. That is our only ground for keeping it, and you can withdraw it at any time. It goes to
            nobody but the mail server that carries the messages.
          </p>
          <KeptList kept={KEPT} />
          <p>
            Links in messages hold a key. We keep only a fingerprint of it, from which nobody can make the
            link again, and pages opened by such a link tell no other site where you were.
          </p>
          <p>
            To see, change or delete what we hold: use the link at the foot of any message, or{" "}
            <Link href="/alerts/manage">have one sent to you</Link>. Unsubscribing deletes the address and the
            choices too. Copies that whoever runs the site makes of its database, for safety, hold them until
            the copy is replaced.
          </p>
          <p>
            Feeds need no address, and we don’t know who reads them. If you think we handle your address
            wrongly, you can complain to the{" "}
            <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
          </p>
        </div>
      </Section>
      <Section
        id="reports"
        heading="If you report an error"
        note={<p>What we keep then, why, and for how long.</p>}
      >
        <div className="prose-width space-y-4">
          <p>
            You can report an error without saying who you are. Please name nobody in what you write: it is
            read by the people who run this site, and isn’t published. A note about an error may be, in our
            own words.
          </p>
          <KeptList kept={KEPT_OF_REPORTS} />
          <p>
            The address goes to nobody but the mail server that carries the answer, and those who answer
            aren’t shown it.
          </p>
        </div>
      </Section>
      <Section id="browser" heading="What your browser keeps">
        <div className="prose-width space-y-4">
          <p>
            The site may note in your browser’s own storage when you last looked, to show what has changed
            since. The note stays on your device and is never sent to us. Clearing your browser’s data for
            this site removes it.
          </p>
          <p>
            Filters and comparisons are part of a page’s address, so that you can bookmark and share them.
          </p>
        </div>
      </Section>
      <Section id="server" heading="What the server notes">
        <div className="prose-width space-y-4">
          <p>
            The program notes its own work and its faults: for a fault, the address that was asked for, not
            who asked. Whoever runs the server, or a network in front of it, may keep ordinary logs of
            requests with internet addresses, for security, as every web server can.
          </p>
        </div>
      </Section>
      <Section id="people" heading="People in the figures">
        <div className="prose-width space-y-4">
          <p>
            The figures are of councils, not of children or families. Counts that a publisher withholds so
            that nobody can be recognised stay withheld here.
          </p>
        </div>
      </Section>
      <Section id="write" heading="If you write to us">
        <div className="prose-width space-y-4">
          <p>
            {contact === null ? (
              "Whoever runs this copy of the site has given no address to write to."
            ) : (
              <>
                Your message to <a href={`mailto:${contact}`}>{contact}</a> is used to answer you and to
                correct what is wrong. A correction is published with its source, without your name unless you
                ask for it.
              </>
            )}
          </p>
        </div>
      </Section>
    </PageBody>
  );
}
