import Link from "next/link";
import { FlagAlerts } from "@/components/alerts/flag-alerts";
import { Lead } from "@/components/layout/lead";
import { Section } from "@/components/layout/section";
import { RULE_BY_NAME } from "@/domain/flags/rules";
import type { FlagWithHistory } from "@/shapes/judgement-shapes";
import { formatDate, formatDay, formatInstant } from "@/wording/dates";
import { DERIVED_READING, flagChangeWord, flagName, flagStateWord } from "@/wording/flags";
import { CouncilReply } from "./council-reply";
import { EvidenceTable } from "./evidence-table";
import { NotChecked } from "./not-checked";
import { SeverityMark } from "./severity-mark";

/** One flag: what was found, what it rests on, what became of it, and how to say that it is wrong. */
export function FlagReport({
  flag,
  contact,
}: {
  readonly flag: FlagWithHistory;
  /** Of whoever runs the site; null: none is given. */
  readonly contact: string | null;
}) {
  const { authority, rule, severity, summary, checked, state, raisedAt, clearedAt } = flag;
  const { title, meaning, formula } = RULE_BY_NAME[rule];
  const withdrawn = state === "withdrawn";
  return (
    <>
      <Lead
        above={
          <>
            <Link href="/flags">Flags</Link> /{" "}
            <Link href={`/authorities/${authority.slug}`}>{authority.name}</Link>
          </>
        }
        title={`${authority.name}: ${flagName(flag)}`}
        sentence={summary}
      >
        <p className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
          {withdrawn ? null : <SeverityMark severity={severity} />}
          <span>
            {flagStateWord(state)}, raised {formatDay(raisedAt)}
            {clearedAt === undefined ? null : `, cleared ${formatDay(clearedAt)}`}
          </span>
          {checked || withdrawn ? null : <NotChecked />}
        </p>
        <p className="mt-3 prose-width text-sm text-ink-soft">
          {DERIVED_READING} <Link href={`/methodology#${rule}`}>How the rule “{title}” works</Link>.{" "}
          <span className="screen-only">
            <FlagAlerts council={authority} rule={rule}>
              Be told when this changes
            </FlagAlerts>
          </span>
        </p>
        <CouncilReply flag={flag} large />
        <EarlierReplies flag={flag} />
      </Lead>

      {withdrawn ? null : (
        <Section id="evidence" heading="How this was worked out" note={<p>{meaning}</p>}>
          <EvidenceTable council={authority.name} evidence={flag.evidence} working={flag.working} />
          <p className="mt-4 prose-width text-sm">
            <strong className="font-semibold">The rule:</strong> {formula}
          </p>
          <p className="mt-2 text-sm text-ink-soft">
            Rule {rule}, version {flag.ruleVersion}.
          </p>
        </Section>
      )}

      <Section id="history" heading="History">
        <ol className="space-y-3">
          {flag.history.map((change) => (
            <li key={`${change.kind} ${change.at}`} className="prose-width">
              <p className="text-sm text-ink-soft">
                <strong className="font-semibold text-ink">{flagChangeWord(change.kind)}</strong>{" "}
                {formatInstant(change.at)}, rule version {change.ruleVersion}
              </p>
              {change.kind === "cleared" || change.summary === undefined ? null : (
                <p className="wrap-anywhere">{change.summary}</p>
              )}
              {change.reason === undefined ? null : <p className="wrap-anywhere">{change.reason}</p>}
            </li>
          ))}
        </ol>
      </Section>

      <Section id="correct" heading="Is this wrong?">
        <div className="prose-width space-y-3">
          <p>
            Tell us which figure, and where the right one is published: a page of an official document is
            best. The figure is corrected with its citation, the first one stays beside it, and those who were
            alerted are told. A council may send a reply, which is then shown here beside the flag.
          </p>
          <p>
            <a href={`/report?flag=${encodeURIComponent(flag.id)}`} rel="nofollow">
              Report an error in this flag
            </a>
            {contact === null ? null : (
              <>
                , or write to{" "}
                <a href={`mailto:${contact}?subject=${encodeURIComponent(`Flag ${flag.id}`)}`}>{contact}</a>
              </>
            )}
            {", naming the flag: "}
            <code className="text-sm wrap-anywhere">{flag.id}</code>. This page keeps its address also when
            the flag is cleared.
          </p>
        </div>
      </Section>
    </>
  );
}

function EarlierReplies({ flag: { earlierReplies } }: { readonly flag: FlagWithHistory }) {
  if (earlierReplies.length === 0) return null;
  return (
    <details className="mt-2 prose-width">
      <summary className="min-h-11 py-2 text-sm font-medium">What the council replied before</summary>
      <ul className="space-y-3">
        {earlierReplies.map((earlier) => (
          <li key={`${earlier.on} ${earlier.text}`} className="border-l-2 border-rule-strong pl-3 text-sm">
            <p className="wrap-anywhere whitespace-pre-line">{earlier.text}</p>
            <p className="text-ink-soft">
              {earlier.by}, {formatDate(earlier.on)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
