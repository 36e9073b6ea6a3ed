import type { FigureProvenance } from "@/components/figures/where-from-card";
import type { National } from "@/shapes/api-shapes";
import { basisWords, kindWords } from "@/wording/balance";
import type { CountryWords } from "@/wording/country";
import { formatDate, formatYear } from "@/wording/dates";
import { formatExactGbp } from "@/wording/money";

type NationalDeficit = National["deficits"][number];
type NationalAllocation = National["allocations"][number];

/** The newest sum of outturns on the net basis of the whole grant: the one the front page names. */
export function latestDeficits(deficits: readonly NationalDeficit[]): NationalDeficit | null {
  return (
    deficits.findLast(
      ({ basis, scope, kind }) => basis === "net" && scope === "dsg" && kind !== "forecast",
    ) ?? null
  );
}

const SUMS = {
  deficits: { amount: "deficitsGbp", councils: "councilsInDeficit", words: "in deficit" },
  surpluses: { amount: "surplusesGbp", councils: "councilsInSurplus", words: "in surplus" },
} as const;

export function nationalDeficitProvenance(
  total: NationalDeficit,
  side: keyof typeof SUMS,
  { name }: CountryWords,
): FigureProvenance {
  const { amount, councils, words } = SUMS[side];
  return {
    printed: formatExactGbp(total[amount]),
    what: `${name}: sum of the ${total[councils]} councils ${words}, ${basisWords(total.basis)}, ${formatDate(total.asAt)}`,
    kind: `our sum of councils; ${kindWords(total.kind)}`,
    source: total.source,
  };
}

export function nationalAllocationProvenance(
  allocation: NationalAllocation,
  { name }: CountryWords,
): FigureProvenance {
  const { beforeDeductionsGbp, printedBeforeDeductionsGbp: printed } = allocation;
  return {
    printed: formatExactGbp(beforeDeductionsGbp),
    what: `${name}: high needs block, before deductions, ${formatYear(allocation.financialYear)}, sum of ${allocation.councils} councils`,
    kind:
      printed === null
        ? "our sum of councils; the publisher prints no total"
        : printed === beforeDeductionsGbp
          ? "our sum of councils, equal to the total as printed"
          : `our sum of councils; printed as ${formatExactGbp(printed)}`,
    source: allocation.source,
  };
}
