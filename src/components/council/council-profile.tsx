import Link from "next/link";
import type { ReactNode } from "react";
import { AllocationBars, PlansBars } from "@/components/charts/year-figures";
import { isHeld } from "@/components/figures/provenance";
import { Lead } from "@/components/layout/lead";
import { Section } from "@/components/layout/section";
import { StatusMark } from "@/components/status/status-mark";
import type { Authority } from "@/shapes/api-shapes";
import { BARE_AMOUNTS } from "@/wording/events";
import { standingOf } from "@/wording/standing";
import { programmeWords } from "@/wording/status";
import { AgreementDocuments } from "./agreement-documents";
import { AgreementTerms } from "./agreement-terms";
import { AllocationTable } from "./allocation-table";
import { BalanceSection } from "./balance-section";
import { Carried, CarriedAndAgreed } from "./carried-and-agreed";
import { CouncilFlags } from "./council-flags";
import { CouncilHeadlines } from "./council-headlines";
import { EhcPlansTable } from "./ehc-plans-table";
import { Lineage } from "./lineage";
import { PaymentsLedger } from "./payments-ledger";
import { PlannedDeficits } from "./planned-deficits";
import { StandingFigures } from "./standing-figures";
import { Timeline, timelineEntries } from "./timeline";
import { VerdictSection } from "./verdict-section";

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

  const signed = council.status !== "no-agreement";
  const standing = standingOf(council);

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
        sentence={
          signed ? (
            standing.sentence
          ) : (
            <>
              <Carried council={council} latest={latest} /> {standing.sentence}
            </>
          )
        }
      >
        {signed ? (
          <>
            <CarriedAndAgreed council={council} latest={latest} />
            <StandingFigures council={name} standing={standing} />
          </>
        ) : null}
        <Lineage council={council} />
      </Lead>
      <div className="pb-12 lg:pb-16">
        <CouncilHeadlines council={council} official={official} latest={since} />
      </div>
      {signed ? <VerdictSection council={council} /> : null}
      {signed || council.flags.length > 0 ? <CouncilFlags council={council} /> : null}
      <BalanceSection council={council} />
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
