const BILLION = 1_000_000_000;
const MILLION = 1_000_000;
const THOUSAND = 1_000;

const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** A minus people can see: U+2212, as wide as a digit. */
const MINUS = "\u2212";

/**
 * An amount to read, in whole pounds: `£67.2 million`, `£9.95 billion`, `£312,000`, `£820`.
 *
 * Millions keep one decimal and billions two, since £0.1 million is the precision in which
 * councils and the DfE speak. The sign is the caller's: this prints a minus where it is given one.
 */
export function formatGbp(gbp: number): string {
  const { amount, unit } = inUnits(Math.abs(gbp));
  return `${signOf(gbp)}£${amount}${unit === "" ? "" : ` ${unit}`}`;
}

/** The same for the axis or label of a chart: `£67.2m`, `£9.95bn`, `£312k`. */
export function formatShortGbp(gbp: number): string {
  const size = Math.abs(gbp);
  if (size >= THOUSAND && Math.round(size / THOUSAND) < 1000) {
    return `${signOf(gbp)}£${grouped.format(Math.round(size / THOUSAND))}k`;
  }
  const { amount, unit } = inUnits(size);
  return `${signOf(gbp)}£${amount}${unit === "million" ? "m" : unit === "billion" ? "bn" : ""}`;
}

/** Every pound: `£67,167,405`. */
export function formatExactGbp(gbp: number): string {
  return `${signOf(gbp)}£${grouped.format(Math.abs(gbp))}`;
}

/** A count: `638,745`. */
export function formatCount(count: number): string {
  return grouped.format(count);
}

function signOf(gbp: number): string {
  return gbp < 0 ? MINUS : "";
}

function inUnits(size: number): { amount: string; unit: "" | "million" | "billion" } {
  // Units are chosen after rounding: £999,960,000 is £1 billion, never £1,000.0 million.
  if (Math.round(size / (MILLION / 10)) >= 10_000) {
    return { amount: withoutEmptyDecimals((size / BILLION).toFixed(2)), unit: "billion" };
  }
  if (Math.round(size / THOUSAND) >= 1_000) {
    return { amount: withoutEmptyDecimals((size / MILLION).toFixed(1)), unit: "million" };
  }
  const rounded = size >= 10 * THOUSAND ? Math.round(size / THOUSAND) * THOUSAND : size;
  return { amount: grouped.format(rounded), unit: "" };
}

function withoutEmptyDecimals(digits: string): string {
  return digits.replace(/\.0+$/, "");
}
