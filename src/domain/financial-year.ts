import type { CalendarDate } from "./calendar-date";

declare const canonical: unique symbol;

/** A council's financial year, April to March, written `2024-25` and ending on 31 March 2025. */
export type FinancialYear = string & { readonly [canonical]: "financial-year" };

const FIRST = 1990;
const LAST = 2098;

/** @throws RangeError outside 1990 to 2098: such a year is a misreading, not a year. */
export function financialYearStarting(year: number): FinancialYear {
  if (!Number.isInteger(year) || year < FIRST || year > LAST) {
    throw new RangeError(`${year} isn't the first year of a financial year between ${FIRST} and ${LAST}.`);
  }
  return `${year}-${String((year + 1) % 100).padStart(2, "0")}` as FinancialYear;
}

export function startYear(year: FinancialYear): number {
  return Number(year.slice(0, 4));
}

// Every year has both days, so nothing is left to check: rules ask for them a thousand times for each council.
export function firstDay(year: FinancialYear): CalendarDate {
  return `${startYear(year)}-04-01` as CalendarDate;
}

/** 31 March belongs to the year that ends. */
export function lastDay(year: FinancialYear): CalendarDate {
  return `${startYear(year) + 1}-03-31` as CalendarDate;
}

export function yearAfter(year: FinancialYear): FinancialYear {
  return financialYearStarting(startYear(year) + 1);
}

export function yearBefore(year: FinancialYear): FinancialYear {
  return financialYearStarting(startYear(year) - 1);
}

export function financialYearOf(date: CalendarDate): FinancialYear {
  const year = Number(date.slice(0, 4));
  return financialYearStarting(date.slice(5) >= "04-01" ? year : year - 1);
}

/** Negative when `a` is earlier. */
export function compareYears(a: FinancialYear, b: FinancialYear): number {
  return startYear(a) - startYear(b);
}

/** Both ends included; empty when `from` is after `to`. */
export function yearsBetween(from: FinancialYear, to: FinancialYear): FinancialYear[] {
  const years: FinancialYear[] = [];
  for (let year = startYear(from); year <= startYear(to); year += 1) years.push(financialYearStarting(year));
  return years;
}

/** The form in which GOV.UK and the DfE write a year in addresses: `2024-to-2025`. */
export function yearInAddress(year: FinancialYear): string {
  return `${startYear(year)}-to-${startYear(year) + 1}`;
}

/** For people: "2024 to 2025". */
export function inWords(year: FinancialYear): string {
  return `${startYear(year)} to ${startYear(year) + 1}`;
}

/**
 * Reads every published spelling: `2024-25`, `2024/25`, `2024-2025`, `2024 to 2025`, en dashes,
 * and `202425` as Explore Education Statistics writes it.
 *
 * @returns null when the text isn't exactly one financial year, or its two ends aren't consecutive
 */
export function readFinancialYear(text: string): FinancialYear | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  const match =
    /^(?<from>(?:19|20)\d\d) ?(?:-|\/|to|-to-) ?(?<to>(?:19|20)?\d\d)$/i.exec(plain) ??
    /^(?<from>(?:19|20)\d\d)(?<to>\d\d)$/.exec(plain);
  if (!match?.groups) return null;
  const from = Number(match.groups.from);
  if (from < FIRST || from > LAST) return null;
  const to = match.groups.to ?? "";
  const expected = String(from + 1);
  if (to !== expected && to !== expected.slice(2)) return null;
  return financialYearStarting(from);
}
