import { CiteThis } from "@/components/cite/cite-this";
import { CompareMessages } from "@/components/compare/compare-messages";
import { AgreementTerms } from "@/components/council/agreement-terms";
import { OutturnTable } from "@/components/council/outturn-table";
import { PaymentsLedger } from "@/components/council/payments-ledger";
import { Timeline } from "@/components/council/timeline";
import { TableDictionary } from "@/components/exports/table-dictionary";
import { ArchiveBanner } from "@/components/layout/archive-banner";
import { PageFailed } from "@/components/layout/page-failed";
import { PracticeBanner } from "@/components/layout/practice-banner";
import { Section } from "@/components/layout/section";
import { register, sampleAgreements, sampleOutturns } from "./sample-council";

const meta = { practice: false, generatedAt: "2026-11-23T09:00:00.000Z", liveLastReachedAt: null };

/** What a page says of itself: what it rests on, how old that is, that there is nothing, that something broke. */
export function States() {
  return (
    <>
      <Section
        id="banners"
        heading="Banners"
        note={<p>Archive, nothing loaded, not reached for days, practice.</p>}
      >
        <div className="space-y-4">
          <ArchiveBanner meta={{ ...meta, restsOn: "archive" }} />
          <ArchiveBanner meta={{ ...meta, restsOn: "nothing" }} />
          <ArchiveBanner meta={{ ...meta, restsOn: "live", liveLastReachedAt: "2026-11-11T09:00:00.000Z" }} />
          <PracticeBanner />
        </div>
      </Section>
      <Section
        id="under-way"
        heading="Under way"
        note={<p>At the top of the window, after a fifth of a second.</p>}
      >
        <div className="h-1 bg-accent" />
      </Section>
      <Section id="nothing" heading="Nothing there, nothing understood">
        <CompareMessages
          notUnderstood={["hight"]}
          beyond={[{ name: "Oldshire" }]}
          noIndex="no-common-year"
          measure="net"
        />
      </Section>
      <Section
        id="failed"
        heading="Something went wrong"
        note={
          <p>
            <a href="/nowhere">An address without a page</a>
          </p>
        }
      >
        <PageFailed retry={null} />
      </Section>
      <Section id="tables" heading="Tables of the record">
        <div className="space-y-10">
          <OutturnTable council="Exampleshire" outturns={sampleOutturns} />
          <AgreementTerms council="Exampleshire" agreements={sampleAgreements} />
          <PaymentsLedger council="Exampleshire" agreements={sampleAgreements} />
          <Timeline
            entries={[
              { date: "2023-03", heading: "Signed", summary: "The agreement was signed.", source: register },
              { date: null, heading: "Said", summary: "Nobody says when.", source: register },
            ]}
          />
          <TableDictionary
            table="ehc-plans"
            columns={[
              { name: "year", type: "integer", mayBeEmpty: false },
              { name: "missing", type: "text", oneOf: ["not-held", "low"], mayBeEmpty: true },
            ]}
          />
        </div>
      </Section>
      <CiteThis
        title="Exampleshire"
        address="https://tracker.example.org/authorities/exampleshire"
        meta={meta}
      />
    </>
  );
}
