import Link from "next/link";
import { FlagAlerts } from "@/components/alerts/flag-alerts";
import { Lead } from "@/components/layout/lead";
import { Section } from "@/components/layout/section";
import { RULE_BY_NAME } from "@/domain/flags/rules";
import type { FlagWithHistory } from "@/shapes/judgement-shapes";
import { formatDay, formatInstant } from "@/wording/dates";
import { DERIVED_READING, flagChangeWord, flagName, flagStateWord } from "@/wording/flags";
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
          <SeverityMark severity={severity} />
          <span>
            {flagStateWord(state)}, raised {formatDay(raisedAt)}
            {clearedAt === undefined ? null : `, cleared ${formatDay(clearedAt)}`}
          </span>
          {checked ? null : <NotChecked />}
        </p>
        <p className="mt-3 prose-width text-sm text-ink-soft">
          {DERIVED_READING} <Link href={`/methodology#${rule}`}>How the rule “{title}” works</Link>.{" "}
          <span className="screen-only">
            <FlagAlerts council={authority} rule={rule}>
              Be told when this changes
            </FlagAlerts>
          </span>
        </p>
        <Said flag={flag} />
      </Lead>

      <Section id="evidence" heading="How this was worked out" note={<p>{meaning}</p>}>
        <EvidenceTable council={authority.name} evidence={flag.evidence} working={flag.working} />
        <p className="mt-4 prose-width text-sm">
          <strong className="font-semibold">The rule:</strong> {formula}
        </p>
        <p className="mt-2 text-sm text-ink-soft">
          Rule {rule}, version {flag.ruleVersion}.
        </p>
      </Section>

      <Section id="history" heading="History">
        <ol className="space-y-3">
          {flag.history.map((change) => (
            <li key={`${change.kind} ${change.at}`} className="prose-width">
              <p className="text-sm text-ink-soft">
                <strong className="font-semibold text-ink">{flagChangeWord(change.kind)}</strong>{" "}
                {formatInstant(change.at)}, rule version {change.ruleVersion}
              </p>
              {change.kind === "cleared" ? null : <p className="wrap-anywhere">{change.summary}</p>}
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
            {contact === null ? (
              "Write to whoever runs this site"
            ) : (
              <a href={`mailto:${contact}?subject=${encodeURIComponent(`Flag ${flag.id}`)}`}>{contact}</a>
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

function Said({ flag: { reply, withdrawnReason } }: { readonly flag: FlagWithHistory }) {
  return (
    <>
      {withdrawnReason === undefined ? null : (
        <p className="mt-4 prose-width border-l-4 border-notice-edge bg-notice px-4 py-2">
          <strong className="font-semibold">Withdrawn:</strong> {withdrawnReason}
        </p>
      )}
      {reply === undefined ? null : (
        <p className="mt-4 prose-width border-l-4 border-rule-strong px-4 py-2">
          <strong className="font-semibold">The council replies:</strong> {reply}
        </p>
      )}
    </>
  );
}
