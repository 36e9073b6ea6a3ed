import Link from "next/link";
import { CouncilReply } from "@/components/flags/council-reply";
import { EvidenceTable } from "@/components/flags/evidence-table";
import { FlagEntry } from "@/components/flags/flag-entry";
import { NotChecked } from "@/components/flags/not-checked";
import { SeverityMark } from "@/components/flags/severity-mark";
import { Section } from "@/components/layout/section";
import { RULE_BY_NAME } from "@/domain/flags/rules";
import type { Authority } from "@/shapes/api-shapes";
import type { Flag } from "@/shapes/judgement-shapes";
import { formatDay } from "@/wording/dates";
import { BARE_AMOUNTS } from "@/wording/events";
import { flagName } from "@/wording/flags";
import { hiddenSentence } from "@/wording/hiding";

/** What is flagged of a council, each opened to the figures and cells it rests on; what no longer is comes after. */
export function CouncilFlags({ council: { name, flags, verdictsHidden } }: { readonly council: Authority }) {
  const open = flags.filter(({ state }) => state === "open");
  const closed = flags.filter(({ state }) => state !== "open");
  return (
    <Section
      id="flags"
      heading="Flags"
      note={
        <>
          <p>What was found by fixed rules, and what each finding rests on.</p>
          {open.some(({ rule }) => rule === "says-off-track") ? <p>{BARE_AMOUNTS}</p> : null}
          <p>
            <Link href="/methodology">Every rule in plain words</Link>
          </p>
        </>
      }
    >
      {verdictsHidden ? (
        <p className="prose-width wrap-anywhere">{hiddenSentence(verdictsHidden)}</p>
      ) : open.length === 0 ? (
        <p>No flag is open.</p>
      ) : (
        <ul>
          {open.map((flag, index) => (
            <OpenFlag key={flag.id} council={name} flag={flag} opened={index === 0} />
          ))}
        </ul>
      )}
      {closed.length === 0 ? null : (
        <>
          <h3 className="mt-8 mb-3 text-lg">No longer open</h3>
          <ul>
            {closed.map((flag) => (
              <FlagEntry key={flag.id} flag={flag} named={false} titled />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function OpenFlag({
  council,
  flag,
  opened,
}: {
  readonly council: string;
  readonly flag: Flag;
  readonly opened: boolean;
}) {
  return (
    <li className="border-t border-rule py-4 first:border-t-0 first:pt-0">
      <h3 className="flex flex-wrap items-baseline gap-x-4 text-lg">
        {flagName(flag)}
        <span className="font-sans text-sm font-normal">
          <SeverityMark severity={flag.severity} />
        </span>
      </h3>
      <p className="mt-1 prose-width wrap-anywhere">{flag.summary}</p>
      <CouncilReply flag={flag} />
      <details className="mt-1" open={opened}>
        <summary className="min-h-11 py-2 text-sm font-medium">
          Why is it flagged?<span className="sr-only"> {flagName(flag)}</span>
        </summary>
        <div className="pb-2">
          <EvidenceTable council={council} evidence={flag.evidence} working={flag.working} />
          <p className="mt-3 prose-width text-sm">
            <strong className="font-semibold">The rule:</strong> {RULE_BY_NAME[flag.rule].formula}
          </p>
        </div>
      </details>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm text-ink-soft">
        <span>open since {formatDay(flag.raisedAt)}</span>
        {flag.checked ? null : <NotChecked />}
        <Link href={`/flags/${flag.id}`} className="inline-flex min-h-6 items-center">
          History and permanent address<span className="sr-only"> of {flagName(flag)}</span>
        </Link>
      </p>
    </li>
  );
}
