import type { FinancialYear } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { Payment, PaymentTotal } from "./payment";
import { readFigures } from "./series-figures";
import type { YearSeries } from "./year-tables";

/** The payments that tables give by year or by instalment, and the total that they print. */
export function paymentsInTables(
  tables: readonly YearSeries[],
  findings: Finding[],
): { readonly payments: readonly Payment[]; readonly total: PaymentTotal | null } {
  const payments: Payment[] = [];
  let total: PaymentTotal | null = null;
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
        severity: promised || coversOf(cell.year, cell.isWholeYear) === "year" ? "doubt" : "note",
        message: promised
          ? `The payment for ${cell.year} is promised without an amount.`
          : `The table of payments leaves ${cell.year} empty.`,
        met: cell.text === "" ? "an empty cell" : cell.text,
        locator: cell.place,
      });
    }
    total ??= read.total;
  }
  return { payments: distinct(payments, findings), total };
}

/** A table printed twice is one table, instalments of one year may be alike; two sums for a year are neither's. */
function distinct(payments: readonly Payment[], findings: Finding[]): Payment[] {
  const ofYears = payments.filter(({ covers }) => covers === "year");
  const clashing = new Set<FinancialYear>();
  for (const { financialYear, amount, locator } of ofYears) {
    const others = ofYears.filter((other) => other.financialYear === financialYear);
    if (clashing.has(financialYear) || others.every((other) => other.amount === amount)) continue;
    clashing.add(financialYear);
    findings.push({
      kind: "duplicate-row",
      severity: "doubt",
      message: `The agreement's tables give two payments for ${financialYear}; neither is published.`,
      met: financialYear,
      locator,
    });
  }
  const seen = new Set<string>();
  return payments.filter(({ financialYear, covers, amount }) => {
    if (covers !== "year") return true;
    const key = `${financialYear} ${amount}`;
    return !clashing.has(financialYear) && !seen.has(key) && seen.add(key);
  });
}
