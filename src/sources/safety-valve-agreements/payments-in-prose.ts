import { type FinancialYear, yearsBetween } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { Money } from "@/domain/money";
import type { Locator } from "@/domain/provenance";
import type { TextBlock } from "@/formats/document-layout";
import type { Payment } from "./payment";
import { type AmountInText, amountsIn } from "./printed-amounts";
import { type PrintedYear, yearsIn } from "./printed-years";
import { COUNCIL, DEPARTMENT, isOfFormerAgreement, plainWords, sentencesOf } from "./sentences";

export interface Sum {
  readonly amount: Money;
  readonly error: Money;
  readonly locator: Locator;
}

interface Undated extends Sum {
  readonly isFirst: boolean;
}

const PAYS =
  /\b(?:pay(?:s|able|ment|ments)?|paid|provid\w+|contribut\w+|additional|first sum|instal+ments?)\b/i;
/** "Total DfE support: £12.7m", and "This totals £27 million" below the payments. */
const SUPPORTS = new RegExp(
  `\\b${DEPARTMENT}(?:'s)? (?:support|funding|money)\\b|^(?:this|these|they|the above)\\b[^.\u00a3]{0,30}\\btotals?\\b`,
  "i",
);
const DEPARTMENT_PAYS = new RegExp(`\\b${DEPARTMENT}\\b[^.]{0,60}\\b(?:pay|provide|contribut)`, "i");
const OTHER_MONEY = new RegExp(
  `\\bsavings?\\b|\\bblock transfer\\b|\\bschools block\\b|\\bdeficit of\\b|\\bown (?:money|reserves|contribution)|\\bgeneral fund\\b|\\b${COUNCIL}\\b[^.]{0,40}\\bcontribut`,
  "i",
);
/** Money that an earlier agreement gave is no promise of this one. */
const ALREADY =
  /\b(?:already|has|have|had)\b(?: \w+){0,2} (?:paid|provided|received)\b|\bwas paid\b|\breceived\b/i;
const TOTAL_BEFORE = new RegExp(
  `\\b(?:totals?|totall?ing|amounting|amounts)\\b(?: (?:of|to|is|will be|sum|amount|funding|support|up|in|payments?|additional|DSG|at|payable|promised|under|over|across|the|this|agreement|period|years|${DEPARTMENT}(?:'s)?))*[ (:,]*$|\\bup to $`,
  "i",
);
const TOTAL_AFTER =
  /^[^\u00a3]{0,70}?\b(?:in total|in all|altogether|overall|over the (?:\w+ )?(?:life|lifetime|period|course|term|duration|whole)|across the (?:period|agreement|life))\b/i;
/** What follows are sums, also where no word repeats that they are paid. */
const LEADS = /\bas follows[.:]?$|:$/i;
const BEGINS_WITH_SUM = /^(?:and )?\u00a3/i;
const FIRST = /\b(?:first|initial)\b|\bof (?:this|which|that),/i;
const REMAINDER = /\b(?:remaining|remainder|balance|rest|outstanding)\b[^\u00a3]{0,20}$/i;
const NOW =
  /\b(?:current|this|the present) financial year\b|\bbefore the end of the financial year\b|\bon signing\b|\bon signature\b/i;

/** The sums that sentences give: the total of the department's payments, and payments of one year. */
export function paymentsInProse(
  texts: readonly TextBlock[],
  signedYear: FinancialYear,
  inTables: readonly Payment[],
  findings: Finding[],
): { readonly totals: readonly Sum[]; readonly payments: readonly Payment[] } {
  const totals: Sum[] = [];
  const payments: Payment[] = [];
  const undated: Undated[] = [];
  let led = false;
  for (const block of texts) {
    const sentences = sentencesOf(plainWords(block.text));
    led &&= BEGINS_WITH_SUM.test(sentences[0] ?? "");
    for (const sentence of sentences) {
      const pays = PAYS.test(sentence) || SUPPORTS.test(sentence) || (led && BEGINS_WITH_SUM.test(sentence));
      led ||= pays && LEADS.test(sentence);
      if (!pays || isOtherMoney(sentence)) continue;
      const years = yearsIn(sentence).filter((year) => !isOfAnAgreement(sentence, year));
      const amounts = amountsIn(sentence);
      amounts.forEach((printed, index) => {
        const sum = { amount: printed.amount, error: printed.roundedWithin, locator: block.place };
        const kind = kindOf(sentence, amounts, index, years);
        if (kind === "total") totals.push(sum);
        else if (kind === "now") payments.push(paymentOf(sum, signedYear));
        else if (kind === "undated") undated.push({ ...sum, isFirst: FIRST.test(sentence) });
        else if (kind !== "not-promised" && isYearly(sentence, printed))
          payments.push(...yearsOf(sentence, printed, years).map((year) => paymentOf(sum, year)));
        else if (kind !== "not-promised")
          payments.push(...instalmentsOf(sentence.slice(0, printed.start), paymentOf(sum, kind.year, kind)));
      });
    }
  }
  for (const sum of undated) {
    const kind = undatedKind(sum, totals, [...inTables, ...payments], signedYear);
    if (kind === "total") totals.push(sum);
    else if (kind === "payment") payments.push(paymentOf(sum, signedYear));
    else findings.push(unclear(sum));
  }
  return { totals, payments: distinct(payments) };
}

type Kind = PrintedYear | "total" | "now" | "undated" | "not-promised";

/** What one of a sentence's sums is, by the words around it and the year beside it. */
function kindOf(
  sentence: string,
  amounts: readonly AmountInText[],
  index: number,
  years: readonly PrintedYear[],
): Kind {
  const { start, end } = amounts[index] as AmountInText;
  const from = amounts[index - 1]?.end ?? 0;
  const until = amounts[index + 1]?.start ?? sentence.length;
  const [before, after] = [sentence.slice(from, start), sentence.slice(end, until)];
  const own = years.find((year) => year.start >= end && year.start < until);
  const isAlone = amounts.length === 1;
  const isRange =
    isAlone &&
    new Set(years.map(({ year }) => year)).size > 1 &&
    /\b(?:from|between|to|until|over)\b/i.test(sentence);
  if (own && isYearly(sentence, amounts[index] as AmountInText)) return own;
  if (TOTAL_BEFORE.test(before) || TOTAL_AFTER.test(after) || isRange) return "total";
  if (ALREADY.test(before)) return "not-promised";
  if (own) return own;
  if (REMAINDER.test(before)) return "not-promised";
  const leading = index === 0 && isAlone ? years.findLast((year) => year.end <= start) : undefined;
  if (leading) return leading;
  return NOW.test(sentence) ? "now" : "undated";
}

/**
 * A sum without a year or the word total: what the payments add up to is the total; what stands beside no payment
 * of the signing year is that.
 */
function undatedKind(
  { amount, error, isFirst }: Undated,
  totals: readonly Sum[],
  payments: readonly Payment[],
  signedYear: FinancialYear,
): "total" | "payment" | "unclear" {
  const together = payments.reduce<number>((sum, payment) => sum + (payment.amount ?? 0), 0);
  const room = payments.reduce<number>((sum, payment) => sum + (payment.error ?? 0), error);
  const hasOpen = payments.some((payment) => payment.amount === null);
  if (totals.some((total) => total.amount === amount)) return "total";
  if (!isFirst && payments.length > 0 && Math.abs(together - amount) <= room) return "total";
  const ofSigningYear = payments.filter(({ financialYear }) => financialYear === signedYear);
  if (
    ofSigningYear.length === 0 ||
    ofSigningYear.some((payment) => payment.amount === amount || payment.amount === null)
  )
    return "payment";
  return !isFirst && amount > together && (hasOpen || totals.length === 0) && payments.length > 1
    ? "total"
    : "unclear";
}

/** "under the agreement of March 2021" names no year of payment. */
function isOfAnAgreement(sentence: string, year: PrintedYear): boolean {
  return /\b(?:agreement|letter|offer|plan) (?:of|dated|signed(?: in| on)?|made in|from)(?: the)? $/i.test(
    sentence.slice(Math.max(0, year.start - 40), year.start),
  );
}

function isOtherMoney(sentence: string): boolean {
  if (isOfFormerAgreement(sentence)) return true;
  return /\bcapital\b/i.test(sentence) || (OTHER_MONEY.test(sentence) && !DEPARTMENT_PAYS.test(sentence));
}

/** "£2 million a year": the same sum in each of the years that are named. */
function isYearly(sentence: string, { end }: AmountInText): boolean {
  return /^ (?:(?:of additional DSG )?(?:in )?(?:a|per|each|every)(?: of the)?(?: financial)? years?|annually)\b/i.test(
    sentence.slice(end),
  );
}

function yearsOf(sentence: string, { end }: AmountInText, years: readonly PrintedYear[]): FinancialYear[] {
  const until = sentence.indexOf("\u00a3", end);
  const named = years.filter((year) => year.start >= end && (until === -1 || year.end <= until));
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last) return [];
  const link = sentence.slice(first.end, last.start);
  // "In each of the years 2023-24 to 2026-27"; with "and" only where the words before say that it's a range.
  const isRange =
    named.length === 2 &&
    (/^\s*(?:to|until|up to|through|-)\s*$/.test(link) ||
      (/^\s*and\s*$/.test(link) && /\b(?:from|between)\b/i.test(sentence.slice(end, first.start))));
  return isRange ? yearsBetween(first.year, last.year) : named.map(({ year }) => year);
}

const INSTALMENTS =
  /\b(two|three|four|[2-4]) (?:equal |further |more )?(?:instal+ments?|tranches|payments) (?:each )?of (?:up to )?$/i;
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };

/** "two instalments of £1.5m" are two payments, each of them printed. */
function instalmentsOf(before: string, payment: Payment): Payment[] {
  const count = INSTALMENTS.exec(before)?.[1]?.toLowerCase();
  if (count === undefined) return [payment];
  return Array.from({ length: COUNTS[count] ?? Number(count) }, () => ({ ...payment, covers: "instalment" }));
}

/** @param printed a day or month within the year makes it one payment of maybe several */
function paymentOf(
  { amount, error, locator }: Sum,
  financialYear: FinancialYear,
  printed?: PrintedYear,
): Payment {
  const covers = printed?.date && !printed.date.isYearEnd ? "instalment" : "year";
  return { financialYear, covers, amount, error, locator };
}

function distinct(payments: readonly Payment[]): Payment[] {
  return payments.filter(
    ({ financialYear, covers, amount }, index) =>
      covers === "instalment" ||
      payments.findIndex((other) => other.financialYear === financialYear && other.amount === amount) ===
        index,
  );
}

function unclear({ locator }: Sum): Finding {
  return {
    kind: "unreadable-row",
    severity: "doubt",
    message: "A sentence gives a sum of additional DSG without saying for which year; it isn't published.",
    expected: "the year of the payment, or that the sum is the total",
    locator,
  };
}
