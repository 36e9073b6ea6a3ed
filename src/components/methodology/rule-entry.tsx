import Link from "next/link";
import type { ReactNode } from "react";
import { EvidenceTable } from "@/components/flags/evidence-table";
import { NotChecked } from "@/components/flags/not-checked";
import { SeverityMark } from "@/components/flags/severity-mark";
import type { FlagRule } from "@/domain/flags/flag";
import type { Methodology } from "@/shapes/judgement-shapes";
import { formatDate } from "@/wording/dates";
import { formatCount } from "@/wording/money";
import { thresholdName, thresholdValue } from "@/wording/thresholds";

type OfRule = Methodology["rules"][number];

/** One rule as it is written in the code, with a council on which it stands today. */
export function RuleEntry({
  rule,
  found,
  thresholds,
}: {
  readonly rule: Omit<FlagRule, "find">;
  readonly found: Pick<OfRule, "open" | "example">;
  readonly thresholds: Methodology["thresholds"];
}) {
  const { name, title, severity, meaning, formula, never, weaknesses, changes, version } = rule;
  return (
    <article
      id={name}
      aria-labelledby={`${name}-title`}
      className="border-t border-rule pt-5 pb-8 first:border-t-0 first:pt-0"
    >
      <h3 id={`${name}-title`} className="text-lg">
        {title}
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm text-ink-soft">
        <SeverityMark severity={severity} />
        <code>{name}</code>
        <span>version {version}</span>
        {found.open === 0 ? (
          <span>none open</span>
        ) : (
          <Link href={`/flags?rule=${name}`}>
            {formatCount(found.open)} open<span className="sr-only">: {title}</span>
          </Link>
        )}
      </p>
      <p className="mt-3 prose-width">{meaning}</p>
      <dl className="mt-3 prose-width space-y-3 text-sm">
        <Part term="Raised when">{formula}</Part>
        <Part term="Never">{never}</Part>
      </dl>
      <details className="mt-1">
        <summary className="min-h-11 py-2 text-sm font-medium">
          Thresholds, known weaknesses, versions<span className="sr-only"> of {title}</span>
        </summary>
        <dl className="prose-width space-y-3 pb-2 text-sm">
          <Part term="Measured with">
            {rule.thresholds.length === 0 ? (
              "No threshold: it is so or it isn’t."
            ) : (
              <ul className="list-disc space-y-1 pl-5">
                {rule.thresholds.map((threshold) => (
                  <li key={threshold}>
                    {thresholdName(threshold)}: {thresholdValue(threshold, thresholds)}
                  </li>
                ))}
              </ul>
            )}
          </Part>
          <Part term="Known weaknesses">
            <ul className="list-disc space-y-1 pl-5">
              {weaknesses.map((weakness) => (
                <li key={weakness}>{weakness}</li>
              ))}
            </ul>
          </Part>
          <Part term="Changes of the rule">
            {changes
              .map((change) => `Version ${change.version}, ${formatDate(change.date)}: ${change.what}`)
              .join(" ")}
          </Part>
        </dl>
      </details>
      <Example example={found.example} />
    </article>
  );
}

function Part({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Example({ example }: { readonly example: OfRule["example"] }) {
  if (example === null) {
    return (
      <p className="mt-4 prose-width text-sm text-ink-soft">
        Worked example: none today. No council’s published figures give cause for this flag.
      </p>
    );
  }
  const { authority, summary, id, checked } = example;
  return (
    <div className="mt-4 border-l-4 border-rule-strong pl-4">
      <p className="text-sm font-semibold">
        Worked example: <Link href={`/flags/${id}`}>{authority.name}</Link> {checked ? null : <NotChecked />}
      </p>
      <p className="mt-1 prose-width wrap-anywhere">{summary}</p>
      <details className="mt-1">
        <summary className="min-h-11 py-2 text-sm font-medium">
          The figures<span className="sr-only"> of {authority.name}</span>
        </summary>
        <EvidenceTable council={authority.name} evidence={example.evidence} working={example.working} />
      </details>
    </div>
  );
}
