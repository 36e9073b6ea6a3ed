import { ChangeEntry } from "@/components/changes/change-entry";
import { VerdictTable } from "@/components/council/verdict-table";
import { EvidenceTable } from "@/components/flags/evidence-table";
import { FlagEntry } from "@/components/flags/flag-entry";
import { SeverityMark } from "@/components/flags/severity-mark";
import { Section } from "@/components/layout/section";
import { PublicationEntry } from "@/components/sources/publication-entry";
import { VerdictMark } from "@/components/status/verdict-mark";
import { SEVERITIES } from "@/domain/flags/flag";
import { VERDICT_WORDS } from "@/domain/verdicts/verdict";
import { sampleChanges, sampleFlags, samplePublications, sampleVerdict } from "./sample-findings";

/** What is found: verdicts, flags, changes, and the state of what it is found in. */
export function Findings() {
  return (
    <>
      <Section id="verdicts" heading="Verdicts" note={<p>Each word, and a signing year.</p>}>
        <ul className="flex flex-wrap gap-6">
          {VERDICT_WORDS.map((verdict) => (
            <li key={verdict}>
              <VerdictMark verdict={{ ...sampleVerdict, verdict }} />
            </li>
          ))}
          <li>
            <VerdictMark verdict={{ ...sampleVerdict, baseline: true }} />
          </li>
        </ul>
        <div className="mt-8">
          <VerdictTable
            council="Exampleshire"
            verdicts={[
              sampleVerdict,
              {
                ...sampleVerdict,
                financialYear: "2024-25",
                verdict: "missed",
                gapGbp: 7_200_000,
                checked: false,
              },
              {
                ...{ ...sampleVerdict, financialYear: "2025-26", verdict: "not-published", gapGbp: null },
                ...{ actualLowGbp: null, actualHighGbp: null, reason: "outturn-not-published" },
              },
            ]}
          />
        </div>
      </Section>
      <Section id="flags" heading="Flags" note={<p>Open, unchecked, without figures, cleared, withdrawn.</p>}>
        <ul className="flex flex-wrap gap-6">
          {SEVERITIES.map((severity) => (
            <li key={severity}>
              <SeverityMark severity={severity} />
            </li>
          ))}
        </ul>
        <ul className="mt-6">
          {sampleFlags.map((flag) => (
            <FlagEntry key={flag.id} flag={flag} named titled />
          ))}
        </ul>
        {sampleFlags.slice(0, 3).map(({ id, evidence, working }) => (
          <div key={id} className="mt-6">
            <EvidenceTable council="Exampleshire" evidence={evidence} working={working} />
          </div>
        ))}
      </Section>
      <Section id="changes" heading="Changes" note={<p>A year, a sum, and what isn’t known yet.</p>}>
        <ul>
          {sampleChanges.map((change) => (
            <ChangeEntry key={change.id} change={change} named />
          ))}
        </ul>
      </Section>
      {samplePublications.map((publication) => (
        <PublicationEntry key={publication.id} publication={publication} />
      ))}
    </>
  );
}
