import type { FinancialYear } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { Money } from "@/domain/money";
import type { Locator } from "@/domain/provenance";
import type { TextBlock } from "@/formats/document-layout";
import { amountsIn } from "./printed-amounts";
import { yearsIn } from "./printed-years";
import { COUNCIL, DEPARTMENT, plainWords, sentencesOf } from "./sentences";
import { readFigures } from "./series-figures";
import type { YearSeries } from "./year-tables";

export interface Payment {
  readonly financialYear: FinancialYear;
  readonly covers: "year" | "instalment" | "cumulative";
  /** Null: promised, but not how much. */
  readonly amount: Money | null;
  readonly error: Money | null;
  readonly locator: Locator;
}

export interface Payments {
  readonly payments: readonly Payment[];
  readonly total: { readonly amount: Money; readonly error: Money; readonly locator: Locator } | null;
  readonly findings: readonly Finding[];
}

/** The department's payments from its tables and its sentences; the same sum in both is one payment. */
export function readPayments(
  tables: readonly YearSeries[],
  texts: readonly TextBlock[],
  signedYear: FinancialYear,
): Payments {
  const findings: Finding[] = [];
  const fromTables = paymentsInTables(tables, findings);
  const said = sumsIn(texts, signedYear, fromTables.payments);
  const payments = [...fromTables.payments];
  for (const sum of said.payments) {
    const sameYear = payments.filter(({ financialYear }) => financialYear === sum.financialYear);
    if (sameYear.length === 0) {
      payments.push(sum);
      continue;
    }
    const together = sameYear.reduce<number>((all, { amount }) => all + (amount ?? 0), 0);
    const room = sameYear.reduce<number>((all, { error }) => all + (error ?? 0), sum.error ?? 0);
    const agrees = [...sameYear.map(({ amount }) => amount ?? 0), together].some(
      (amount) => Math.abs(amount - (sum.amount ?? 0)) <= room,
    );
    const open = sameYear.findIndex(({ amount }) => amount === null);
    if (open !== -1 && sameYear.length === 1) {
      payments[payments.indexOf(sameYear[0] as Payment)] = sum;
    } else if (!agrees)
      findings.push({
        kind: "implausible-terms",
        severity: "doubt",
        message: `A sentence and the table give different payments for ${sum.financialYear}; the table's is published.`,
        locator: sum.locator,
      });
  }
  const total = totalOf(said.totals, fromTables.total, findings);
  return {
    payments: payments.toSorted((a, b) => a.financialYear.localeCompare(b.financialYear)),
    total,
    findings,
  };
}

function paymentsInTables(tables: readonly YearSeries[], findings: Finding[]) {
  const payments: Payment[] = [];
  let total: Payments["total"] = null;
  // Instalments in columns of their own, with a column for the year's sum beside them.
  const columnsOfTable = (table: number) => tables.filter((series) => series.table === table);
  for (const series of tables) {
    const beside = columnsOfTable(series.table);
    const isSum = /\btotals?\b/i.test(series.heading);
    if (isSum && beside.length > 2) continue;
    const isInstalment = beside.filter(({ heading }) => !/\btotals?\b/i.test(heading)).length > 1;
    const read = readFigures(series, "payment");
    findings.push(...read.findings);
    const perYear = new Map<FinancialYear, number>();
    for (const { year } of series.cells) perYear.set(year, (perYear.get(year) ?? 0) + 1);
    const coversOf = (year: FinancialYear, isWholeYear: boolean) =>
      isInstalment || !isWholeYear || (perYear.get(year) ?? 0) > 1
        ? ("instalment" as const)
        : ("year" as const);
    for (const { year, amount, error, cell, locator } of read.figures) {
      if (amount < 0) {
        findings.push({
          kind: "unreadable-cell",
          severity: "doubt",
          message: `The payment for ${year} is printed below zero; it isn't published.`,
          met: cell.text,
          locator,
        });
        continue;
      }
      payments.push({
        financialYear: year,
        covers: coversOf(year, cell.isWholeYear),
        amount,
        error,
        locator,
      });
    }
    for (const { cell, promised } of read.missing) {
      if (promised) {
        const covers = coversOf(cell.year, cell.isWholeYear);
        payments.push({ financialYear: cell.year, covers, amount: null, error: null, locator: cell.place });
      }
      findings.push({
        kind: "term-not-found",
        severity: "doubt",
        message: promised
          ? `The payment for ${cell.year} is promised without an amount.`
          : `The table of payments leaves ${cell.year} empty.`,
        met: cell.text === "" ? "an empty cell" : cell.text,
        locator: cell.place,
      });
    }
    total ??= read.total;
  }
  const seen = new Set<string>();
  return {
    // A table printed twice is one table; instalments of one year may be alike.
    payments: payments.filter(({ financialYear, covers, amount }) => {
      if (covers !== "year") return true;
      const key = `${financialYear} ${amount}`;
      return !seen.has(key) && seen.add(key);
    }),
    total,
  };
}

interface Sum {
  readonly amount: Money;
  readonly error: Money;
  readonly locator: Locator;
  readonly sentence: string;
}

const PAYS =
  /\b(?:pay(?:s|able|ment|ments)?|paid|provid\w+|contribut\w+|additional|first sum|instal+ments?)\b/i;
const OTHER_MONEY = new RegExp(
  `\\bcapital\\b|\\bsavings?\\b|\\bblock transfer\\b|\\bschools block\\b|\\bdeficit of\\b|\\bown (?:money|reserves|contribution)|\\bgeneral fund\\b|\\b${COUNCIL}\\b[^.]{0,40}\\bcontribut`,
  "i",
);
const TOTAL =
  /\btotal(?:s|ling)?\b|\bin all\b|\baltogether\b|\boverall\b|\bover the (?:life|lifetime|period|course|term|whole)\b|\bamounting to\b|\bup to \u00a3/i;
const FIRST = /\b(?:first|initial)\b|\bof (?:this|which|that),/i;
const NOW =
  /\b(?:current|this|the present) financial year\b|\bbefore the end of the financial year\b|\bon signing\b|\bon signature\b/i;

/** Sums that sentences give: the total, and payments of a year. */
function sumsIn(texts: readonly TextBlock[], signedYear: FinancialYear, inTables: readonly Payment[]) {
  const totals: Sum[] = [];
  const payments: Payment[] = [];
  const undated: Sum[] = [];
  for (const block of texts) {
    for (const sentence of sentencesOf(plainWords(block.text))) {
      const amounts = amountsIn(sentence);
      if (amounts.length === 0 || !PAYS.test(sentence) || isOtherMoney(sentence)) continue;
      const years = yearsIn(sentence);
      amounts.forEach(({ amount, roundedWithin, start, end }, index) => {
        const sum = { amount, error: roundedWithin, locator: block.place, sentence };
        const until = amounts[index + 1]?.start ?? sentence.length;
        const own = years.find((year) => year.start >= end && year.start < until);
        const leading =
          index === 0 && amounts.length === 1 ? years.findLast((year) => year.end <= start) : undefined;
        const nearby = sentence.slice(Math.max(0, start - 60), Math.min(sentence.length, end + 60));
        const isRange =
          years.length > 1 &&
          /\bfrom\b|\bbetween\b|\bto\b|\buntil\b/i.test(sentence) &&
          amounts.length === 1 &&
          years[0]?.year !== years[1]?.year;
        if (
          TOTAL.test(nearby) &&
          !FIRST.test(nearby) &&
          (!own || isRange || /\btotal/i.test(sentence.slice(Math.max(0, start - 30), end + 20)))
        )
          totals.push(sum);
        else if (isRange) totals.push(sum);
        else if (own ?? leading) payments.push(paymentOf(sum, (own ?? leading)?.year ?? signedYear));
        else if (NOW.test(sentence)) payments.push(paymentOf(sum, signedYear));
        else undated.push(sum);
      });
    }
  }
  for (const sum of undated) {
    const inAll = [...inTables, ...payments].reduce<number>((all, { amount }) => all + (amount ?? 0), 0);
    const room = inTables.reduce<number>((all, { error }) => all + (error ?? 0), sum.error);
    const isTotal =
      !FIRST.test(sum.sentence) &&
      (totals.length === 0 || totals.some(({ amount }) => amount === sum.amount)) &&
      (Math.abs(inAll - sum.amount) <= room || payments.length > 0 || /\badditional\b/i.test(sum.sentence));
    if (
      isTotal &&
      (inTables.length === 0 || sum.amount >= Math.max(...inTables.map(({ amount }) => amount ?? 0)))
    )
      totals.push(sum);
    else payments.push(paymentOf(sum, signedYear));
  }
  return { totals, payments: distinct(payments) };
}

function isOtherMoney(sentence: string): boolean {
  return (
    (OTHER_MONEY.test(sentence) &&
      !new RegExp(`\\b${DEPARTMENT}\\b[^.]{0,60}\\b(?:pay|provide|contribut)`, "i").test(sentence)) ||
    /\bcapital\b/i.test(sentence)
  );
}

function paymentOf({ amount, error, locator }: Sum, financialYear: FinancialYear): Payment {
  return { financialYear, covers: "year", amount, error, locator };
}

function distinct(payments: readonly Payment[]): Payment[] {
  return payments.filter(
    (payment, index) =>
      payments.findIndex(
        (other) => other.financialYear === payment.financialYear && other.amount === payment.amount,
      ) === index,
  );
}

function totalOf(said: readonly Sum[], printed: Payments["total"], findings: Finding[]): Payments["total"] {
  const [first] = said;
  const differing = said.filter(
    ({ amount, error }) => first && Math.abs(amount - first.amount) > error + first.error,
  );
  if (first && differing.length > 0) {
    findings.push({
      kind: "implausible-terms",
      severity: "doubt",
      message: "The agreement gives two different totals of the department's payments; none is published.",
      locator: first.locator,
    });
    return null;
  }
  if (first && printed && Math.abs(first.amount - printed.amount) > first.error + printed.error)
    findings.push({
      kind: "implausible-terms",
      severity: "doubt",
      message:
        "The total in the text differs from the total of the table of payments; the text's is published.",
      locator: printed.locator,
    });
  return first ? { amount: first.amount, error: first.error, locator: first.locator } : printed;
}
