import type { Metadata } from "next";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { contactEmail } from "../contact";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Privacy",
  description:
    "What this site knows about its readers: no accounts, no cookies, nothing from others, no tracking.",
};

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
