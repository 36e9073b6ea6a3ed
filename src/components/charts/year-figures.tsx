import { type YearBar, yearBars } from "@/charts/year-bars";
import type { EhcPlans } from "@/shapes/api-shapes";
import { formatJanuary, formatYear } from "@/wording/dates";
import { formatCount, formatShortGbp } from "@/wording/money";
import { ResponsiveChart } from "./responsive-chart";

interface YearAllocation {
  readonly financialYear: string;
  readonly latest: boolean;
  readonly beforeDeductionsGbp: number | null;
}

/** The high needs block by year; where a year was published twice, both versions. */
export function AllocationBars({
  of,
  allocations,
}: {
  readonly of: string;
  readonly allocations: readonly YearAllocation[];
}) {
  const bars = allocationBars(allocations);
  const words = bars.flatMap(({ key, versions }) =>
    versions.map(({ text, latest }) => `${formatYear(key)} ${text}${latest ? "" : " (older version)"}`),
  );
  return (
    <figure>
      <ResponsiveChart
        heightShare={0.55}
        draw={(size, id) =>
          yearBars(
            { title: `High needs block of ${of}, before deductions`, description: words.join(", "), bars },
            size,
            id,
          )
        }
      />
      {bars.some(({ versions }) => versions.length > 1) ? (
        <figcaption className="mt-2 text-xs text-ink-soft">
          A dashed edge is an older version of the same year; its own figure is in the table.
        </figcaption>
      ) : null}
    </figure>
  );
}

export function allocationBars(allocations: readonly YearAllocation[]): YearBar[] {
  const years = [...new Set(allocations.map(({ financialYear }) => financialYear))].sort();
  return years.flatMap((year) => {
    const versions = allocations.flatMap(({ financialYear, latest, beforeDeductionsGbp }) =>
      financialYear === year && beforeDeductionsGbp !== null
        ? [{ amount: beforeDeductionsGbp, text: formatShortGbp(beforeDeductionsGbp), latest }]
        : [],
    );
    const [from = "", to = ""] = formatYear(year).split(" to ");
    return versions.length === 0 ? [] : [{ key: year, name: [`${from} to`, to], versions }];
  });
}

/** EHC plans by January count. */
export function PlansBars({
  of,
  ehcPlans,
}: {
  readonly of: string;
  readonly ehcPlans: readonly Pick<EhcPlans, "year" | "plans">[];
}) {
  const held = ehcPlans.flatMap(({ year, plans }) => (plans === null ? [] : [{ year, plans }]));
  if (held.length === 0) return null;
  const bars = held.map(({ year, plans }) => ({
    key: String(year),
    name: ["Jan", String(year)],
    versions: [{ amount: plans, text: formatCount(plans), latest: true }],
  }));
  return (
    <ResponsiveChart
      heightShare={0.5}
      draw={(size, id) =>
        yearBars(
          {
            title: `EHC plans of ${of}`,
            description: held
              .map(({ year, plans }) => `${formatJanuary(year)} ${formatCount(plans)}`)
              .join(", "),
            bars,
          },
          size,
          id,
        )
      }
    />
  );
}
