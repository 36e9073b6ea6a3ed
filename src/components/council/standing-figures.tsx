import Link from "next/link";
import { Figure } from "@/components/figures/figure";
import { NotChecked } from "@/components/flags/not-checked";
import type { Evidence } from "@/shapes/judgement-shapes";
import { BARE_AMOUNTS } from "@/wording/events";
import { DERIVED_READING } from "@/wording/flags";
import { formatExactGbp } from "@/wording/money";
import { isComparison, type Standing } from "@/wording/standing";

/** Under the sentence that answers the page: the figures it rests on, and whose reading it is. */
export function StandingFigures({
  council,
  standing: { flags, verdict },
}: {
  readonly council: string;
  readonly standing: Standing;
}) {
  const compared = flags.filter(({ rule }) => isComparison(rule));
  const told = flags.filter(({ rule }) => !isComparison(rule));
  const evidence = [...compared.flatMap((flag) => flag.evidence), ...(verdict?.evidence ?? [])];
  const figures = evidence.filter(
    (one): one is Evidence & { readonly valueGbp: number } => one.valueGbp !== undefined,
  );
  const checked = flags.every((flag) => flag.checked) && (verdict?.checked ?? true);
  return (
    <div className="mt-4 max-w-[56rem] space-y-3 text-sm">
      {figures.length === 0 ? null : (
        <ul aria-label="The figures this rests on" className="flex flex-wrap gap-x-8 gap-y-1">
          {figures.map(({ label, valueGbp, source }) => {
            const shown = formatExactGbp(valueGbp);
            return (
              <li key={`${label} ${source.snapshotSha256} ${valueGbp}`}>
                <span className="text-ink-soft">{label}: </span>
                <Figure shown={shown} provenance={{ printed: shown, what: `${council}: ${label}`, source }} />
              </li>
            );
          })}
        </ul>
      )}
      {told.length === 0 ? null : (
        <ul aria-label="What this rests on" className="space-y-1">
          {told.map(({ id, summary, evidence: [first] }) => (
            <li key={id} className="wrap-anywhere">
              {summary}{" "}
              {first === undefined ? null : (
                <Figure
                  shown="stated"
                  provenance={{
                    printed: "As stated",
                    what: `${council}: ${first.label}`,
                    source: first.source,
                  }}
                />
              )}
            </li>
          ))}
          {told.some(({ rule }) => rule === "says-off-track") ? (
            <li className="text-ink-soft">{BARE_AMOUNTS}</li>
          ) : null}
        </ul>
      )}
      <p className="text-ink-soft">
        {checked ? null : (
          <>
            <NotChecked />{" "}
          </>
        )}
        {DERIVED_READING} <Link href="/methodology">How it is worked out</Link>.
      </p>
    </div>
  );
}
