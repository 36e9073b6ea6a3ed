import Link from "next/link";
import { Figure } from "@/components/figures/figure";
import { NotChecked } from "@/components/flags/not-checked";
import type { Evidence } from "@/shapes/judgement-shapes";
import { DERIVED_READING } from "@/wording/flags";
import { formatExactGbp } from "@/wording/money";
import type { Standing } from "@/wording/standing";

/** Under the sentence that answers the page: the figures it rests on, and whose reading it is. */
export function StandingFigures({
  council,
  standing: { flags, verdict },
}: {
  readonly council: string;
  readonly standing: Standing;
}) {
  const evidence = [...flags.flatMap((flag) => flag.evidence), ...(verdict?.evidence ?? [])];
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
