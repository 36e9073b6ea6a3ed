import type { Agreement } from "@/shapes/api-shapes";
import type { NoTrend, Trend } from "@/shapes/judgement-shapes";
import { formatYear, formatYearEnd } from "./dates";
import { formatGbp } from "./money";

/** Where year ends lead if they go on as they did, with the range and how old the line is; never a promise of ours. */
export function trendSentences(trend: Trend, agreements: readonly Pick<Agreement, "cohort">[]): string[] {
  const [first = "", last = first] = [trend.years[0], trend.years.at(-1)];
  const basis = trend.basis === "gross" ? "Before DfE money" : "After DfE money";
  const course =
    `${basis}, the deficit ${changeWords(trend.slopeGbp)}${trend.slopeGbp === 0 ? "" : " a year"} between ${yearEnd(first)} and ${yearEnd(last)}` +
    ` (${trend.years.length} year ends; from pair to pair of them it ${rangeWords(trend)}).`;
  const began = agreements.map(({ cohort }) => cohort).toSorted()[0];
  if (began !== undefined && last <= began) {
    return [
      course,
      "The line ends before the agreement could tell: it says nothing of what has been done since.",
    ];
  }
  return [course, clearanceWords(trend), ...promisedWords(trend)];
}

function clearanceWords({ clearsBy, clearsByEarliest, clearsByLatest }: Trend): string {
  if (clearsBy === null) {
    return clearsByEarliest === null
      ? "If it went on so, the deficit would not be cleared."
      : `If it went on so, the deficit would not be cleared; at the best of the range, by the end of ${formatYear(clearsByEarliest)}.`;
  }
  const range =
    clearsByEarliest === clearsBy && clearsByLatest === clearsBy
      ? ""
      : ` (${clearsByEarliest === null ? "" : `at the earliest ${formatYear(clearsByEarliest)}, `}at the latest ${clearsByLatest === null ? "not in sight" : formatYear(clearsByLatest)})`;
  return `If it went on so, the deficit would be gone by the end of ${formatYear(clearsBy)}${range}.`;
}

function promisedWords({ promised }: Trend): string[] {
  if (promised === null || promised.neededPerYearGbp <= 0) return [];
  const needed = formatGbp(promised.neededPerYearGbp);
  return [
    promised.what === "clearance"
      ? `To be gone by the end of ${formatYear(promised.by)}, as was promised, it would have to fall by ${needed} a year.`
      : `To be in balance by ${formatYear(promised.by)}, as was promised, each year’s growth would have to be ${needed} smaller than the year’s before.`,
  ];
}

function changeWords(slopeGbp: number): string {
  if (slopeGbp === 0) return "neither grew nor fell";
  return `${slopeGbp > 0 ? "grew" : "fell"} by ${formatGbp(Math.abs(slopeGbp))}`;
}

function rangeWords({ slopeLowGbp, slopeHighGbp }: Trend): string {
  if (slopeLowGbp === slopeHighGbp) return changeWords(slopeLowGbp);
  if (slopeLowGbp < 0 !== slopeHighGbp < 0) {
    return `${changeWords(slopeLowGbp)} at one end and ${changeWords(slopeHighGbp)} at the other`;
  }
  const [small, large] = [slopeLowGbp, slopeHighGbp].map(Math.abs).toSorted((a, b) => a - b);
  return `${slopeHighGbp > 0 ? "grew" : "fell"} by between ${formatGbp(small ?? 0)} and ${formatGbp(large ?? 0)}`;
}

function yearEnd(year: string): string {
  return formatYearEnd(`${Number(year.slice(0, 4)) + 1}-03-31`);
}

/** Why no line is drawn. */
export function noTrendSentence({ reason, yearEnds }: NoTrend): string {
  if (reason === "receipts-incomplete") {
    return "No trend is drawn: for too few year ends is it known how much DfE money the published deficit already counts.";
  }
  const held = yearEnds === 0 ? "none is" : yearEnds === 1 ? "only one is" : `only ${yearEnds} are`;
  return `No trend is drawn: it takes three year ends on one basis, and ${held} held.`;
}
