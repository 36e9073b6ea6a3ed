import type { National } from "@/shapes/api-shapes";
import { formatYear } from "@/wording/dates";

/** A mark for each council, so that five look like five and twenty like twenty. */
export function Cohorts({ cohorts }: { readonly cohorts: National["cohorts"] }) {
  return (
    <dl className="space-y-3">
      {cohorts.map(({ cohort, councils }) => (
        <div
          key={cohort}
          className="grid grid-cols-[9rem_auto] items-center gap-x-6 gap-y-1.5 sm:grid-cols-[9rem_3rem_minmax(0,1fr)]"
        >
          <dt className="text-sm">{formatYear(cohort)}</dt>
          <dd className="font-serif text-xl leading-none font-semibold sm:text-right">{councils}</dd>
          <dd className="col-span-2 flex flex-wrap gap-1.5 sm:col-span-1" aria-hidden="true">
            {Array.from({ length: councils }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the marks are alike; only how many there are counts.
              <span key={index} className="size-3 rounded-full border-2 border-ink-faint" />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
