import Link from "next/link";
import type { ReactNode } from "react";
import { balanceSeries } from "@/charts/balance-series";
import { BalanceFigure } from "@/components/charts/balance-figure";
import { AllocationBars, PlansBars } from "@/components/charts/year-figures";
import { isHeld } from "@/components/figures/provenance";
import { Lead } from "@/components/layout/lead";
import { Section } from "@/components/layout/section";
import { StatusMark } from "@/components/status/status-mark";
import type { Authority } from "@/shapes/api-shapes";
import { NET_FALL_CAUTION } from "@/wording/balance";
import { disagreementSentences } from "@/wording/disagreement";
import { BARE_AMOUNTS } from "@/wording/events";
import { programmeWords } from "@/wording/status";
import { AgreementDocuments } from "./agreement-documents";
import { AgreementTerms } from "./agreement-terms";
import { AllocationTable } from "./allocation-table";
import { CouncilHeadlines } from "./council-headlines";
import { CouncilSentence } from "./council-sentence";
import { EhcPlansTable } from "./ehc-plans-table";
import { Lineage } from "./lineage";
import { OutturnTable } from "./outturn-table";
import { PaymentsLedger } from "./payments-ledger";
import { PlannedDeficits } from "./planned-deficits";
import { Timeline, timelineEntries } from "./timeline";

/** A council's page, in the order of importance: sentence, picture, working, tables, documents. */
export function CouncilProfile({
  council,
  children,
}: {
  readonly council: Authority;
  /** Sections about what became of the agreement, after its terms. */
  readonly children?: ReactNode;
}) {
  const { name, agreements, outturns, allocations, ehcPlans } = council;
  const latest =
    council.latestOutturn !== null && isHeld(council.latestOutturn) ? council.latestOutturn : null;
  const official =
    outturns.filter(isHeld).findLast(({ source }) => source.publication === "section-251-outturn") ?? null;
  // The same figure under two names is one figure: the summary repeats the outturn it chose.
  const since = latest !== null && official !== null && latest.asAt <= official.asAt ? official : latest;

  return (
    <>
      <Lead
        above={
          <span className="flex flex-wrap items-center gap-x-5 gap-y-1">
            <Link href="/authorities">All councils</Link>
            <span>{council.region}</span>
            {council.programme === "unknown" ? null : <span>{programmeWords(council.programme)}</span>}
            <StatusMark status={council.status} />
          </span>
        }
        title={name}
        sentence={<CouncilSentence council={council} latest={latest} />}
      >
        <Lineage council={council} />
      </Lead>
      <div className="pb-12 lg:pb-16">
        <CouncilHeadlines council={council} official={official} latest={since} />
      </div>
      <Balance council={council} />
      {agreements.length === 0 ? null : <AgreementSections council={council} />}
      {children}
      {allocations.length === 0 ? null : (
        <Section
          id="allocation"
          heading="High needs block"
          note={
            <p>
              What DfE allocated for special educational needs, before deductions for places it pays directly.
              Every published version is kept.
            </p>
          }
        >
          <AllocationBars of={name} allocations={allocations} />
          <div className="mt-6">
            <AllocationTable council={name} allocations={allocations} />
          </div>
        </Section>
      )}
      {ehcPlans.length === 0 ? null : (
        <Section
          id="plans"
          heading="EHC plans"
          note={<p>Education, health and care plans the council maintains, counted each January.</p>}
        >
          <PlansBars of={name} ehcPlans={ehcPlans} />
          <div className="mt-6 max-w-96">
            <EhcPlansTable council={name} ehcPlans={ehcPlans} />
          </div>
        </Section>
      )}
      <Happened council={council} />
      {council.agreementDocuments.length === 0 ? null : (
        <Section id="documents" heading="Documents">
          <AgreementDocuments documents={council.agreementDocuments} />
        </Section>
      )}
    </>
  );
}

function Balance({ council: { name, programme, outturns, agreements } }: { readonly council: Authority }) {
  if (outturns.length === 0) {
    return (
      <Section id="balance" heading="Published balance">
        <p>We hold no published balance of {name}.</p>
      </Section>
    );
  }
  return (
    <Section
      id="balance"
      heading="Published balance"
      note={
        <>
          <p>
            The dedicated schools grant at each 31 March. A deficit lies above zero, a surplus below. Only
            figures of one basis are joined.
          </p>
          {programme === "safety-valve" ? <p>{NET_FALL_CAUTION}</p> : null}
        </>
      }
    >
      <BalanceFigure council={name} series={balanceSeries(outturns, agreements)} agreements={agreements} />
      <h3 className="mt-8 mb-3 text-lg">The same figures as a table</h3>
      {disagreementSentences(outturns).map((sentence) => (
        <p key={sentence} className="mb-3 prose-width text-sm">
          {sentence}
        </p>
      ))}
      <OutturnTable council={name} outturns={outturns} />
    </Section>
  );
}

function AgreementSections({ council: { name, agreements } }: { readonly council: Authority }) {
  const has = (part: "profile" | "payments") => agreements.some((agreement) => agreement[part].length > 0);
  return (
    <>
      <Section
        id="agreement"
        heading="The agreement"
        note={<p>What can be cited of its terms, by version. The agreement itself is not read yet.</p>}
      >
        <AgreementTerms council={name} agreements={agreements} />
      </Section>
      {has("profile") ? (
        <Section
          id="planned"
          heading="Planned deficits"
          note={
            <p>
              As far as they could be found; not the agreement’s full table, and not all of them promises.
            </p>
          }
        >
          <PlannedDeficits council={name} agreements={agreements} />
        </Section>
      ) : null}
      {has("payments") ? (
        <Section
          id="payments"
          heading="DfE payments"
          note={<p>Planned, paid, withheld and released. An instalment is not a year’s total.</p>}
        >
          <PaymentsLedger council={name} agreements={agreements} />
        </Section>
      ) : null}
    </>
  );
}

function Happened({ council }: { readonly council: Authority }) {
  const entries = timelineEntries(council);
  return entries.length === 0 ? null : (
    <Section
      id="events"
      heading="What happened"
      note={
        <>
          <p>From council papers, Parliament and the press.</p>
          <p>{BARE_AMOUNTS}</p>
        </>
      }
    >
      <Timeline entries={entries} />
    </Section>
  );
}
