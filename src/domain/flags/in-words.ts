import type { PartialDate } from "../calendar-date";
import { type FinancialYear, lastDay, startYear } from "../financial-year";
import { type Money, PENCE_PER } from "../money";

/*
 * Figures in the sentences of flags. They are kept with the flag as they were said, so they can't follow
 * how a page happens to print; the evidence beside them has every penny.
 */

const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** The size of an amount, whatever its sign: "£22.6 million", "£312,000", "£820". */
export function moneyWords(amount: Money): string {
  const pounds = Math.abs(amount) / PENCE_PER.pound;
  if (Math.round(pounds / 1_000) < 1_000) {
    return `£${grouped.format(pounds >= 10_000 ? Math.round(pounds / 1_000) * 1_000 : Math.round(pounds))}`;
  }
  const millions = (pounds / 1_000_000).toFixed(1).replace(/\.0$/, "");
  return `£${millions} million`;
}

/** A deficit (positive) as it stands after "against" or "was": "£22.6 million", "a surplus of £1.2 million", "no deficit". */
export function sizeWords(deficit: Money): string {
  if (deficit === 0) return "no deficit";
  return deficit > 0 ? moneyWords(deficit) : `a surplus of ${moneyWords(deficit)}`;
}

/** What to call it: a deficit, or only the balance where it is none. */
export function nounFor(deficit: Money): "deficit" | "balance" {
  return deficit > 0 ? "deficit" : "balance";
}

/** As GOV.UK writes years: "2024 to 2025". */
export function yearWords(year: FinancialYear): string {
  return `${startYear(year)} to ${startYear(year) + 1}`;
}

/** "31 March 2025". */
export function yearEndWords(year: FinancialYear): string {
  return dateWords(lastDay(year) as string as PartialDate);
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** What is known of a date: "21 March 2024", "March 2024", "2024"; "day not stated" where nothing is. */
export function dateWords(date: PartialDate | null): string {
  if (date === null) return "day not stated";
  const [year = date, month, day] = date.split("-");
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** "a, b and c", or "a, b or c". */
export function listWords(parts: readonly string[], last: "and" | "or" = "and"): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)}`;
}

export const BASIS_WORDS = {
  gross: "before DfE money",
  net: "after DfE money",
  unknown: "basis not stated",
} as const;

export const PLAN_WORDS = {
  agreement: "in the agreement",
  press: "in the agreement as the press read it",
  plan: "in the council’s own plan",
  aim: "in the council’s stated aim",
  computed: "as worked back from other figures",
} as const;
