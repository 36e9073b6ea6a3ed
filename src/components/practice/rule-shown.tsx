import Link from "next/link";
import { EvidenceTable } from "@/components/flags/evidence-table";
import { FlagEntry } from "@/components/flags/flag-entry";
import { SeverityMark } from "@/components/flags/severity-mark";
import { RULE_BY_NAME } from "@/domain/flags/rules";
import type { PracticeGuide } from "@/shapes/practice-shape";

/** One rule: what it means, and the flags it has raised on invented councils, the first with what it rests on. */
export function RuleShown({ rule, flags }: PracticeGuide["rules"][number]) {
  const { title, meaning, severity } = RULE_BY_NAME[rule];
  const [first, ...others] = flags;
  return (
    <article
      id={rule}
      aria-labelledby={`${rule}-title`}
      className="border-t border-rule pt-5 pb-8 first:border-t-0 first:pt-0"
    >
      <h3 id={`${rule}-title`} className="text-lg">
        {title}
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm text-ink-soft">
        <SeverityMark severity={severity} />
        <Link href={`/methodology#${rule}`}>
          The rule in full<span className="sr-only">: {title}</span>
        </Link>
      </p>
      <p className="mt-2 prose-width text-ink-soft">{meaning}</p>
      {first === undefined ? (
        <p className="mt-3 prose-width">It has raised no flag.</p>
      ) : (
        <>
          <ul className="mt-3">
            <FlagEntry flag={first} named />
          </ul>
          <EvidenceTable council={first.authority.name} evidence={first.evidence} working={first.working} />
        </>
      )}
      {others.length === 0 ? null : (
        <ul className="mt-4">
          {others.map((flag) => (
            <FlagEntry key={flag.id} flag={flag} named />
          ))}
        </ul>
      )}
    </article>
  );
}
