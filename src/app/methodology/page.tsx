import type { Metadata } from "next";
import { CiteThis } from "@/components/cite/cite-this";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { LikeForLike } from "@/components/methodology/like-for-like";
import { OtherMethods } from "@/components/methodology/other-methods";
import { RuleEntry } from "@/components/methodology/rule-entry";
import { Statuses } from "@/components/methodology/statuses";
import { VerdictsAndTolerance } from "@/components/methodology/verdicts-and-tolerance";
import { FLAG_RULES } from "@/domain/flags/rules";
import { caller } from "@/trpc/server";
import { DERIVED_READING } from "@/wording/flags";
import { addressOf } from "../site-address";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "How we judge",
  description:
    "Every rule behind a verdict or a flag: what it means, its formula and thresholds, what it never does, its weaknesses, and an example on a council.",
};

const PARTS = [
  ["like-for-like", "Like for like"],
  ["verdicts", "Verdicts"],
  ["tolerance", "Tolerance and thresholds"],
  ["statuses", "Status of a council"],
  ["rules", "Flags, rule by rule"],
  ["trend", "Trend"],
  ["ratios", "Ratios"],
  ["neighbours", "Neighbours"],
  ["stability-grant", "Stability grant"],
  ["checked", "Checked, withdrawn, corrected"],
] as const;

export default async function MethodologyPage() {
  const { data, meta } = await caller.methodology.inForce();
  return (
    <PageBody meta={meta}>
      <Lead
        title="How we judge"
        sentence="A promise counts as missed only where the agreement itself and a published outturn, put on the same footing, leave no other reading."
      >
        <p className="mt-4 prose-width text-sm text-ink-soft">
          {DERIVED_READING} DfE’s own verdict on each council isn’t public.
        </p>
        <nav aria-label="On this page" className="screen-only mt-6">
          <ul className="flex flex-wrap gap-x-5 text-sm">
            {PARTS.map(([id, words]) => (
              <li key={id}>
                <a href={`#${id}`} className="inline-flex min-h-8 items-center">
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </Lead>
      <LikeForLike />
      <VerdictsAndTolerance method={data} />
      <Statuses />
      <Section
        id="rules"
        heading="Flags, rule by rule"
        note={<p>Each as it is written in the program, with a council on which it stands today.</p>}
      >
        <nav aria-label="The rules" className="screen-only mb-10">
          <ul className="gap-x-8 text-sm sm:columns-2">
            {FLAG_RULES.map(({ name, title }) => (
              <li key={name}>
                <a href={`#${name}`} className="inline-flex min-h-8 items-center">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {FLAG_RULES.map((rule) => {
          const { open = 0, example = null } = data.rules.find((one) => one.rule === rule.name) ?? {};
          return (
            <RuleEntry key={rule.name} rule={rule} found={{ open, example }} thresholds={data.thresholds} />
          );
        })}
      </Section>
      <OtherMethods method={data} />
      <CiteThis title="How we judge" address={addressOf("/methodology")} meta={meta} />
    </PageBody>
  );
}
