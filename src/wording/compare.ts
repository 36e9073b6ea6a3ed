import type { Measure, Scale } from "@/domain/compare/measure";
import type { ComparedSeries } from "@/shapes/compare-shapes";
import { basisWords, planSourceWords, scopeWords } from "./balance";
import { formatPercent, formatPerPlan } from "./comparison";
import { formatDate, formatYear } from "./dates";
import { versionWords } from "./events";
import { formatExactGbp, formatGbp, formatShortGbp } from "./money";

interface MeasureWords {
  /** In the list to choose from. */
  readonly name: string;
  /** What a value of it is. */
  readonly what: string;
  readonly note: string;
}

const MEASURE = {
  net: {
    name: "Net deficit",
    what: "deficit after DfE money (net)",
    note: "After DfE money (net), of the whole dedicated schools grant, from section 251 returns and what is worked out from them.",
  },
  gross: {
    name: "Gross deficit",
    what: "deficit before DfE money (gross)",
    note: "Before DfE money (gross), as each source states it. Scopes and sources differ: read each line by itself. Figures of different sources are never joined.",
  },
  block: {
    name: "Net deficit as % of the high needs block",
    what: "net deficit as % of the high needs block",
    note: "The net deficit at each year end, divided by that year’s high needs block before deductions.",
  },
  plan: {
    name: "Net deficit for each EHC plan",
    what: "net deficit for each EHC plan",
    note: "The net deficit at each year end, divided by the EHC plans of the January within that year.",
  },
  allocation: {
    name: "High needs block",
    what: "high needs block",
    note: "Before deductions, in the latest version held of each year.",
  },
  promised: {
    name: "Planned deficit",
    what: "planned deficit",
    note: "What the agreement that stands, or others who read it, plan for each year end. Bases and scopes differ: read each line by itself.",
  },
} as const satisfies Record<Measure, MeasureWords>;

export function measureWords(measure: Measure): MeasureWords {
  return MEASURE[measure];
}

export function scaleWords(scale: Scale, measure: Measure): string {
  if (scale === "index") return "Index";
  return measure === "block" ? "%" : "£";
}

/** "£67.2 million", "24.3%", "surplus £212": in a sentence. */
export function comparedValue(measure: Measure, value: number): string {
  if (measure === "block") return formatPercent(value);
  if (measure === "plan") return formatPerPlan(value);
  return value < 0 ? `surplus ${formatGbp(-value)}` : formatGbp(value);
}

/** In full, for a cell of the table. */
export function comparedCell(measure: Measure, value: number): string {
  if (measure === "block") return formatPercent(value);
  if (measure === "plan") return formatPerPlan(value);
  return value < 0 ? `surplus ${formatExactGbp(-value)}` : formatExactGbp(value);
}

/** For a label of a chart: "£67.2m", "24.3%", "134". A surplus has a minus. */
export function comparedLabel(measure: Measure, scale: Scale, value: number): string {
  if (scale === "index") return formatIndex(value);
  if (measure === "block") return `${value < 0 ? "\u2212" : ""}${Math.abs(value).toFixed(1)}%`;
  return measure === "plan" ? formatExactGbp(value) : formatShortGbp(value);
}

/** "134", "\u221250": 100 at the base. */
export function formatIndex(value: number): string {
  const rounded = Math.round(value);
  return `${rounded < 0 ? "\u2212" : ""}${Math.abs(rounded)}`;
}

/** When a value holds: a day, or the year that an allocation is for. */
export function comparedWhen(measure: Measure, at: string): string {
  return measure === "allocation" ? formatYear(`${Number(at.slice(0, 4)) - 1}`) : formatDate(at);
}

/** What one line is, where lines differ: "before DfE money (gross), high needs only; forecast". */
export function seriesWords({
  basis,
  scope,
  kind,
  version,
  planSource,
}: Pick<ComparedSeries, "basis" | "scope" | "kind" | "version" | "planSource">): string {
  const footing = [basis === null ? [] : basisWords(basis), scope === null ? [] : scopeWords(scope)];
  const parts = [
    footing.flat().join(", "),
    kind === "forecast" ? "forecast" : "",
    planSource === null ? "" : planSourceWords(planSource),
    version === null ? "" : `version: ${versionWords(version).toLowerCase()}`,
  ];
  return parts.filter((part) => part !== "").join("; ");
}
