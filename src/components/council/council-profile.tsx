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
import { CorrectionsSection } from "./corrections-section";
import { CouncilFlags } from "./council-flags";
import { CouncilHeadlines } from "./council-headlines";
import { EhcPlansTable } from "./ehc-plans-table";
import { Lineage } from "./lineage";
import { PaymentsLedger } from "./payments-ledger";
import { PlannedDeficits } from "./planned-deficits";
import { type SectionLink, SectionLinks } from "./section-links";
import { StandingFigures } from "./standing-figures";
import { Timeline, timelineEntries } from "./timeline";
import { TrajectorySection } from "./trajectory-section";
import { VerdictSection } from "./verdict-section";

/** A council's page, in the order of importance: sentence, picture, working, tables, documents. */
export function CouncilProfile({
  council,
  site,
  has,
  children,
}: {
  readonly council: Authority;
  /** The site's own address, no slash at the end. */
  readonly site: string;
  /** Which of the sections are there that come from elsewhere. */
  readonly has: { readonly history: boolean; readonly others: boolean };
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
            <StatusMark status={council.status} hidden={council.verdictsHidden !== undefined} />
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
        {signed ? <StandingFigures council={name} standing={standing} /> : null}
      </Lead>
      <TrajectorySection council={council} site={site} />
      <div className="pb-8 lg:pb-10">
        <CouncilHeadlines council={council} official={official} latest={since} />
        {signed ? <CarriedAndAgreed council={council} latest={latest} /> : null}
        <Lineage council={council} />
      </div>
      <SectionLinks links={linksOf(council, has)} />
      {signed ? <VerdictSection council={council} /> : null}
      {signed || council.flags.length > 0 ? <CouncilFlags council={council} /> : null}
      <BalanceSection council={council} />
      {agreements.length === 0 ? null : <AgreementSections council={council} />}
      {children}
      {allocations.length === 0 ? null : (
        <Section
          id="allocation"
          phoneRem={72}
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
          phoneRem={72}
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
      {council.corrections.length + council.correctionNotes.length === 0 ? null : (
        <CorrectionsSection council={council} />
      )}
      {council.agreementDocuments.length === 0 ? null : (
        <Section id="documents" heading="Documents">
          <AgreementDocuments documents={council.agreementDocuments} />
        </Section>
      )}
    </>
  );
}

/** In the order of the page; a part that is not on it is not named. */
function linksOf(
  council: Authority,
  { history, others }: { readonly history: boolean; readonly others: boolean },
): readonly SectionLink[] {
  const { agreements, flags, allocations, ehcPlans, agreementDocuments, status } = council;
  const signed = status !== "no-agreement";
  const parts: readonly (readonly [boolean, string, string])[] = [
    [signed, "verdicts", "Planned and published"],
    [signed || flags.length > 0, "flags", "Flags"],
    [true, "balance", "Published balance"],
    [agreements.length > 0, "agreement", "The agreement"],
    [agreements.some(({ profile }) => profile.length > 0), "planned", "Planned deficits"],
    [agreements.some(({ payments }) => payments.length > 0), "payments", "DfE payments"],
    [history, "history", "Versions of the agreement"],
    [others, "beside-others", "Beside other councils"],
    [true, "changes", "Changes"],
    [allocations.length > 0, "allocation", "High needs block"],
    [ehcPlans.length > 0, "plans", "EHC plans"],
    [timelineEntries(council).length > 0, "events", "What happened"],
    [agreementDocuments.length > 0, "documents", "Documents"],
    [true, "alerts", "Alerts"],
    [true, "cite", "Cite this page"],
  ];
  return parts.flatMap(([there, id, name]) => (there ? [{ id, name }] : []));
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
