import type { Metadata } from "next";
import Link from "next/link";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { contactEmail } from "../contact";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Accessibility",
  description:
    "How this site can be used with a keyboard, a screen reader, a small screen, large text or on paper; what isn’t tested; how to tell us of a problem.",
};

export default function AccessibilityPage() {
  const contact = contactEmail();
  return (
    <PageBody meta={null}>
      <Lead
        title="Accessibility"
        sentence="Everybody should be able to read what was promised and what came of it, with whatever they read by."
      />
      <Section id="can" heading="What you should be able to do">
        <ul className="prose-width list-disc space-y-2 pl-5">
          <li>
            Zoom to 400%, or read on a screen 320 pixels wide, without scrolling sideways. Only wide tables
            scroll, within themselves.
          </li>
          <li>Reach everything with a keyboard, see where you are, and skip to the page.</li>
          <li>
            Read every chart and map as a table that stands beside it, and hear its meaning as a sentence.
          </li>
          <li>Tell a council’s status by its word and its shape; colour never carries it alone.</li>
          <li>
            Read in light or dark, as your device is set, and without motion if you have asked for less.
          </li>
          <li>Read every page without script, and print it.</li>
          <li>Ask any figure with a dotted underline where it is from, with one press.</li>
        </ul>
      </Section>
      <Section id="standard" heading="How far it goes">
        <div className="prose-width space-y-4">
          <p>
            We aim at the Web Content Accessibility Guidelines 2.2, level AA. Every public page is checked
            against them by a program in light and in dark whenever the site is changed, and the important
            ways through it are tried with the keyboard alone.
          </p>
          <p>
            A program finds only a part of what can be wrong. Nobody outside the project has audited the site,
            and it hasn’t yet been tried by people who use a screen reader every day.
          </p>
        </div>
      </Section>
      <Section id="known" heading="What falls short">
        <ul className="prose-width list-disc space-y-2 pl-5">
          <li>
            The documents that we link to and keep copies of are their publishers’. Some PDFs among them can’t
            be read by a screen reader. What we have read from them stands on our pages as text.
          </li>
          <li>
            Some tables have many columns. They scroll sideways within themselves, and the first column says
            whose row it is; the same figures can be had as a <Link href="/data">file</Link>.
          </li>
          <li>Downloads are CSV and JSON, for spreadsheets and programs rather than for reading aloud.</li>
        </ul>
      </Section>
      <Section id="tell" heading="Tell us">
        <div className="prose-width space-y-4">
          <p>
            {contact === null ? (
              "Whoever runs this copy of the site has given no address to write to."
            ) : (
              <>
                If something can’t be read or reached, write to <a href={`mailto:${contact}`}>{contact}</a>{" "}
                with the page’s address and what you read by. If you need a figure in another form, ask for it
                there.
              </>
            )}
          </p>
          <p className="text-sm text-ink-soft">This statement was written on 24 November 2026.</p>
        </div>
      </Section>
    </PageBody>
  );
}
