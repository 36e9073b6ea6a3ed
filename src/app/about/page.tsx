import type { Metadata } from "next";
import Link from "next/link";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { caller } from "@/trpc/server";
import { DERIVED_READING } from "@/wording/flags";
import { ANSWERED_WITHIN } from "@/wording/report-form";
import { contactEmail } from "../contact";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "About",
  description:
    "What this site is and is not, whose figures it shows and under which licence, and how a wrong one is corrected.",
};

export default async function AboutPage() {
  const { data, meta } = await caller.national.overview();
  const contact = contactEmail();
  return (
    <PageBody meta={meta}>
      <Lead
        title="About"
        sentence={`This site sets what ${data.safetyValveCouncils} councils agreed with the Department for Education beside what was published afterwards.`}
      />
      <Section id="what" heading="What it shows">
        <div className="prose-width space-y-4">
          <p>
            Councils in England pay for special educational needs and disabilities from the high needs block
            of the dedicated schools grant. Many carry a deficit on that grant. Between 2020 to 2021 and 2023
            to 2024 the Department for Education (DfE) signed safety valve agreements with{" "}
            {data.safetyValveCouncils} of them: money in return for balancing by a named year.
          </p>
          <p>
            DfE does not publish whether each council kept its agreement. We work out what can be said from
            what is published, by <Link href="/methodology">open rules</Link>, and say so where nothing can be
            said. {DERIVED_READING}
          </p>
        </div>
      </Section>
      <Section id="reading" heading="How to read it">
        <ul className="prose-width list-disc space-y-2 pl-5">
          <li>A deficit is counted upwards. A surplus is named as one, or lies below zero.</li>
          <li>
            Net means after DfE’s safety valve money, gross means before it. The two are never compared or
            joined in one line. Agreements promise gross figures; official returns are net.
          </li>
          <li>
            A figure with a dotted underline tells where it is from: publication, place, date read, licence.
          </li>
          <li>What is missing says why. A blank is never a zero.</li>
          <li>Where official sources differ, both are shown.</li>
        </ul>
      </Section>
      <Section id="corrections" heading="If something is wrong">
        <div className="prose-width space-y-4">
          <p>
            A wrong figure about a council is the worst thing this site can show.{" "}
            <a href="/report">Report an error</a> with the document that says otherwise: every figure’s card
            and every flag has a link for it.{" "}
            {contact === null ? (
              "Whoever runs this copy has given no address to write to beside that form."
            ) : (
              <>
                You can also write to <a href={`mailto:${contact}`}>{contact}</a>.
              </>
            )}
          </p>
          <p>
            A person looks into each report, and into each reply of a council, {ANSWERED_WITHIN}. Whoever
            leaves an address is answered by then.
          </p>
          <p>
            A correction is made with its own citation. The figure as first published stays beside it, and the
            correction is listed among the <Link href="/changes">changes</Link>. Verdicts and flags that
            rested on the figure are worked out anew. A flag can be withdrawn by a person, with the reason
            shown; a council’s reply stands beside the flag. Where the error was ours, a note says so on the
            council’s page and with the <Link href="/changes#notes">changes</Link>.
          </p>
        </div>
      </Section>
      <Section id="attribution" heading="Attribution and licence">
        <div className="prose-width space-y-4">
          <p>{meta.attribution}</p>
          <p>
            Licence:{" "}
            <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
              {meta.licence}
            </a>
            . You may use the figures too; name the publisher of each. <Link href="/data">Download them</Link>
            .
          </p>
          <p>
            The bundled archive is rebuilt from published figures, so that the site works without the
            publishers’ own sites. It is not the publications themselves, and every figure from it says so.
            See <Link href="/sources">Sources</Link>.
          </p>
        </div>
      </Section>
      <Section id="independence" heading="Who we are not">
        <div className="prose-width space-y-4">
          <p>
            This site is not affiliated with, or endorsed by, the Department for Education, any council or any
            other public body.
          </p>
        </div>
      </Section>
    </PageBody>
  );
}
