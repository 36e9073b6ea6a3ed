import type { FinancialYear } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { TextBlock } from "@/formats/document-layout";
import type { Payment, PaymentTotal } from "./payment";
import { paymentsInProse, type Sum } from "./payments-in-prose";
import { paymentsInTables } from "./payments-in-tables";
import type { YearSeries } from "./year-tables";

export interface Payments {
  readonly payments: readonly Payment[];
  readonly total: PaymentTotal | null;
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
  const said = paymentsInProse(texts, signedYear, fromTables.payments, findings);
  const payments = [...fromTables.payments];
  for (const sum of withInstalmentsFirst(said.payments)) {
    const sameYear = payments.filter(({ financialYear }) => financialYear === sum.financialYear);
    const inTable = fromTables.payments.some(({ financialYear }) => financialYear === sum.financialYear);
    if (sameYear.length === 0 || (sum.covers === "instalment" && !inTable)) {
      payments.push(sum);
      continue;
    }
    const instalments = said.payments.filter(
      ({ financialYear, covers }) => financialYear === sum.financialYear && covers === "instalment",
    );
    const told = sum.covers === "instalment" ? together(instalments) : together([sum]);
    const agrees = [...sameYear.map((each) => together([each])), together(sameYear)].some(
      ({ amount, error }) =>
        Math.abs(amount - told.amount) <= error + told.error ||
        Math.abs(amount - (sum.amount ?? 0)) <= error + (sum.error ?? 0),
    );
    const open = sameYear.findIndex(({ amount }) => amount === null);
    if (open !== -1 && sameYear.length === 1) {
      payments[payments.indexOf(sameYear[0] as Payment)] = sum;
    } else if (!agrees)
      findings.push({
        kind: "implausible-terms",
        severity: "doubt",
        message: inTable
          ? `A sentence and the table give different payments for ${sum.financialYear}; the table's is published.`
          : `The agreement's sentences give different payments for ${sum.financialYear}; the first is published.`,
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

/** A year's instalments before its whole sum, which only repeats them. */
function withInstalmentsFirst(payments: readonly Payment[]): Payment[] {
  const rank = ({ covers }: Payment) => (covers === "instalment" ? 0 : 1);
  return payments.toSorted((a, b) => rank(a) - rank(b));
}

function together(payments: readonly Payment[]): { readonly amount: number; readonly error: number } {
  return {
    amount: payments.reduce<number>((sum, { amount }) => sum + (amount ?? 0), 0),
    error: payments.reduce<number>((sum, { error }) => sum + (error ?? 0), 0),
  };
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
