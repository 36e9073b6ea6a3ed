import { MISSING_REASONS } from "@/domain/published-value";
import type { PublishedChangeValue } from "@/shapes/change-shapes";
import { formatYear } from "./dates";
import { missingWords } from "./missing";
import { formatCount, formatExactGbp, formatGbp } from "./money";

/** One side of a change in words: "£22 million", "2027 to 2028", "not stated" for a side that says nothing. */
export function changeValueWords(
  value: PublishedChangeValue | null,
  money: (gbp: number) => string = formatGbp,
): string {
  if (value === null) return "not stated";
  switch (value.kind) {
    case "money":
      return money(value.amountGbp);
    case "count":
      return formatCount(value.count);
    case "year":
      return formatYear(value.year);
    case "years":
      return yearsWords(value.from, value.to);
    case "text":
      return value.text;
    case "truth":
      return value.holds ? "stated" : "not stated";
    case "missing":
      return missingReasonWords(value.reason);
  }
}

/** A value for a table that programs read: whole pounds, years as `2024-25`, nothing for what isn't there. */
export function changeValueCell(value: PublishedChangeValue | null): string | undefined {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case "money":
      return String(value.amountGbp);
    case "count":
      return String(value.count);
    case "year":
      return value.year;
    case "years":
      return `${value.from ?? ""}/${value.to ?? ""}`;
    case "text":
      return value.text;
    case "truth":
      return String(value.holds);
    case "missing":
      return value.reason;
  }
}

function yearsWords(from: string | null, to: string | null): string {
  if (from === null) return to === null ? "not stated" : `until ${formatYear(to)}`;
  return to === null ? `from ${formatYear(from)}` : `${formatYear(from)} until ${formatYear(to)}`;
}

function missingReasonWords(reason: string): string {
  const known = MISSING_REASONS.find((one) => one === reason);
  return known ? missingWords(known) : "an amount not stated";
}

/** From one sum to another; in full where rounding would make them look the same. */
export function movedWords(
  before: number,
  after: number,
  worded: (gbp: number, format: (gbp: number) => string) => string = (gbp, format) => format(gbp),
): string {
  const same = formatGbp(before) === formatGbp(after);
  const format = same ? formatExactGbp : formatGbp;
  const size = Math.abs(after - before);
  return `from ${worded(before, format)} to ${worded(after, format)} (${after > before ? "up" : "down"} ${
    same ? formatExactGbp(size) : formatGbp(size)
  })`;
}
