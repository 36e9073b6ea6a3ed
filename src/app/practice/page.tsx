import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { RuleShown } from "@/components/practice/rule-shown";
import { VerdictShown } from "@/components/practice/verdict-shown";
import { caller } from "@/trpc/server";
import { DERIVED_READING } from "@/wording/flags";
import { isPractice } from "../practice";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "What practice shows",
  robots: { index: false },
};

/** Where in the practice set each verdict and flag can be seen, and why it stands there. */
export default async function PracticePage() {
  if (!isPractice()) notFound();
  const { data, meta } = await caller.practice.guide();
  return (
    <PageBody meta={meta}>
      <Lead
        title="What practice shows"
        sentence="Every verdict and every flag, each on an invented council, with the invented figures that lead to it."
      >
        <p className="mt-4 prose-width text-sm text-ink-soft">
          {DERIVED_READING} The same rules judge real councils; only the councils, the documents and the
          figures are made up.
        </p>
      </Lead>
      <Section
        id="verdicts"
        heading="Verdicts"
        note={<p>A planned deficit beside what was published for that day.</p>}
      >
        {data.verdicts.map((one) => (
          <VerdictShown key={one.word} {...one} />
        ))}
      </Section>
      <Section
        id="flags"
        heading="Flags"
        note={<p>What each rule finds. A flag that was raised and cleared shows its rule too.</p>}
      >
        {data.rules.map((one) => (
          <RuleShown key={one.rule} {...one} />
        ))}
      </Section>
    </PageBody>
  );
}
