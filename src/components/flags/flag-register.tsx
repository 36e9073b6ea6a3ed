import Link from "next/link";
import { Section } from "@/components/layout/section";
import { RULES, type RuleName, SEVERITIES, type Severity } from "@/domain/flags/flag";
import type { Flag } from "@/shapes/judgement-shapes";
import { ruleTitle, severityMeaning } from "@/wording/flags";
import { formatCount } from "@/wording/money";
import { FlagEntry } from "./flag-entry";
import { SeverityMark } from "./severity-mark";

/** More than this of one rule are folded under one line: one missing edition can flag every council. */
const FOLDED_ABOVE = 6;
/** Of one rule among others so many are shown at most; the rest has a page of its own. */
const SHOWN_OF_A_RULE = 12;

/** Flags by how grave they are, and within that by rule: those that are open, then those that were. */
export function FlagRegister({
  flags,
  unfolded,
  hrefOfRule,
}: {
  readonly flags: readonly Flag[];
  /** One rule or council was asked for: then all of it is shown. */
  readonly unfolded: boolean;
  /** Where all flags of a rule stand. */
  readonly hrefOfRule: (rule: RuleName) => string;
}) {
  const closed = flags.filter(({ state }) => state !== "open");
  return (
    <>
      {SEVERITIES.map((severity) => (
        <OpenFlags
          key={severity}
          severity={severity}
          flags={flags.filter((flag) => flag.state === "open" && flag.severity === severity)}
          unfolded={unfolded}
          hrefOfRule={hrefOfRule}
        />
      ))}
      {closed.length === 0 ? null : (
        <Section
          id="closed"
          heading="No longer open"
          note={<p>Cleared by a later figure or source, or withdrawn by a person, who says why.</p>}
        >
          <ByRule flags={closed} unfolded={unfolded} hrefOfRule={hrefOfRule} />
        </Section>
      )}
    </>
  );
}

interface ListedFlags {
  readonly flags: readonly Flag[];
  readonly unfolded: boolean;
  readonly hrefOfRule: (rule: RuleName) => string;
}

function OpenFlags({ severity, flags, ...rest }: ListedFlags & { readonly severity: Severity }) {
  if (flags.length === 0) return null;
  return (
    <Section
      id={severity}
      heading={<SeverityMark severity={severity} />}
      note={<p>{severityMeaning(severity)}</p>}
    >
      <ByRule flags={flags} {...rest} />
    </Section>
  );
}

function ByRule({ flags, ...rest }: ListedFlags) {
  return (
    <div className="space-y-8">
      {RULES.map((rule) => {
        const found = flags.filter((flag) => flag.rule === rule);
        return found.length === 0 ? null : <FlagsOfRule key={rule} rule={rule} flags={found} {...rest} />;
      })}
    </div>
  );
}

function FlagsOfRule({ rule, flags, unfolded, hrefOfRule }: ListedFlags & { readonly rule: RuleName }) {
  const shown = unfolded ? flags : flags.slice(0, SHOWN_OF_A_RULE);
  const list = (
    <>
      <ul className="mt-3">
        {shown.map((flag) => (
          <FlagEntry key={flag.id} flag={flag} named />
        ))}
      </ul>
      {shown.length < flags.length ? (
        <p className="mt-3 text-sm">
          <Link href={hrefOfRule(rule)} prefetch={false}>
            All {formatCount(flags.length)} flags: {ruleTitle(rule)}
          </Link>
        </p>
      ) : null}
    </>
  );
  return (
    <article>
      <h3 className="text-lg">
        {ruleTitle(rule)}{" "}
        <Link href={`/methodology#${rule}`} className="font-sans text-sm font-normal">
          the rule<span className="sr-only"> {ruleTitle(rule)}</span>
        </Link>
      </h3>
      {flags.length > FOLDED_ABOVE ? (
        <details className="mt-1" open={unfolded}>
          <summary className="min-h-11 py-2 text-sm font-medium">
            {formatCount(flags.length)} flags: {namesOf(flags)}
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </article>
  );
}

/** The first few, so that one knows whether to look: "Bexley, Bolton, Bury, Devon and 21 more councils". */
function namesOf(flags: readonly Flag[]): string {
  const names = [...new Set(flags.map(({ authority }) => authority.name))];
  const first = names.slice(0, 4);
  const more = names.length - first.length;
  return more > 0 ? `${first.join(", ")} and ${formatCount(more)} more councils` : first.join(", ");
}
