import type { Basis } from "@/domain/dsg/balance";
import { compareYears, type FinancialYear, startYear, yearsBetween } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import { type Money, NO_MONEY, sum } from "@/domain/money";
import type { LocalContribution } from "./local-contributions";
import type { Payment, PaymentTotal } from "./payment";
import type { Payments } from "./payments";
import type { ProfilePoint } from "./profile";

/** What three relations between an agreement's terms say of the reading; no term is altered by them. */
export interface Plausibility {
  readonly findings: readonly Finding[];
  /** The last planned deficit is the department's total and the council's money together: that stands outside. */
  readonly localContributionsOutside: boolean;
}

/** Shares of the total that first payments had: about 40%, and 29 to 33% in the first year of agreements. */
const FIRST_SHARE = { usual: [0.35, 0.45], in2020: [0.25, 0.45] } as const;

export function checkPlausible(
  points: readonly ProfilePoint[],
  basis: Basis,
  { payments, total: printed }: Payments,
  contributions: readonly LocalContribution[],
  cohort: FinancialYear,
): Plausibility {
  const findings: Finding[] = [];
  const doubt = (message: string, locator: Finding["locator"]) =>
    findings.push({ kind: "implausible-terms", severity: "doubt", message, ...(locator ? { locator } : {}) });
  let localContributionsOutside = false;
  const total = printed ?? sumOf(payments);
  if (total) {
    // A profile after the department's money ends at nothing, not at its total.
    const last = basis === "net" ? undefined : points.at(-1);
    const local = contributions.reduce((all, { amount }) => all + amount, 0);
    if (last) {
      const room = tolerance(total.amount, last.error + total.error);
      const withLocal = Math.abs(last.deficit - total.amount - local) <= room;
      if (local > 0 && withLocal && Math.abs(last.deficit - total.amount) > local / 2) {
        localContributionsOutside = true;
        doubt(
          "The last planned deficit is the department's total and the council's own contributions together: those stand outside the profile.",
          last.locator,
        );
      } else if (Math.abs(last.deficit - total.amount) > room && !withLocal)
        doubt(
          `The last planned deficit, ${pounds(last.deficit)} for ${last.financialYear}, isn't about the department's total of ${pounds(total.amount)}${local > 0 ? ", nor that and the council's own contributions" : ""}.`,
          last.locator,
        );
    }
    checkPayments(payments, total, cohort, doubt);
  }
  return { findings, localContributionsOutside };
}

interface Covered {
  readonly from: FinancialYear;
  readonly to: FinancialYear;
}

/**
 * Years at either end of the agreement for which it gives no figure: an agreement may state fewer than it covers, but
 * a first or last row may as well have been lost in the reading. Gaps between figures are told of where they are read.
 */
export function checkYearsCovered(
  covered: Covered | null,
  points: readonly ProfilePoint[],
  { payments, total }: Payments,
): Finding[] {
  if (!covered) return [];
  const years = yearsBetween(covered.from, covered.to);
  const findings: Finding[] = [];
  const tell = (
    missing: readonly FinancialYear[],
    what: string,
    locator: Finding["locator"],
    severity: Finding["severity"] = "doubt",
  ) => {
    if (missing.length === 0) return;
    findings.push({
      kind: "term-not-found",
      severity,
      message: `The agreement covers ${covered.from} to ${covered.to}, but gives no ${what} for ${missing.join(", ")}.`,
      expected: `a ${what} for each year that it covers`,
      met: "none",
      ...(locator ? { locator } : {}),
    });
  };
  const [first, last] = [points[0], points.at(-1)];
  if (first && last) {
    const before = years.filter((year) => compareYears(year, first.financialYear) < 0);
    const after = years.filter((year) => compareYears(year, last.financialYear) > 0);
    // An agreement revised later keeps the years it covers and plans from its revision on.
    tell(
      [...before, ...after],
      "planned deficit",
      first.locator,
      before.length > 1 && after.length === 0 ? "note" : "doubt",
    );
  }
  // Where a total is printed, payments that add up to it are all there.
  const paid = new Set(payments.map(({ financialYear }) => financialYear));
  if (!total && payments.length > 0 && payments.every(({ covers }) => covers !== "cumulative"))
    tell(
      years.filter((year) => !paid.has(year)),
      "payment",
      payments[0]?.locator,
    );
  return findings;
}

/** Only to compare with: a total that the agreement doesn't print isn't published. */
function sumOf(payments: readonly Payment[]): PaymentTotal | null {
  const counted = payments.filter(({ covers }) => covers !== "cumulative");
  const [first] = counted;
  if (!first || counted.length < 2 || counted.some(({ amount }) => amount === null)) return null;
  return {
    amount: sum(counted.map(({ amount }) => amount ?? NO_MONEY)),
    error: sum(counted.map(({ error }) => error ?? NO_MONEY)),
    locator: first.locator,
  };
}

function checkPayments(
  payments: Payments["payments"],
  total: PaymentTotal,
  cohort: FinancialYear,
  doubt: (message: string, locator: Finding["locator"]) => void,
): void {
  const counted = payments.filter(({ covers }) => covers !== "cumulative");
  const [first] = counted;
  if (!first || counted.some(({ amount }) => amount === null)) return;
  const together = counted.reduce<number>((all, { amount }) => all + (amount ?? 0), 0);
  const room = counted.reduce<number>((all, { error }) => all + (error ?? 0), total.error);
  if (Math.abs(together - total.amount) > room)
    doubt(
      `The payments add up to ${pounds(together as Money)}, not to the total of ${pounds(total.amount)}.`,
      first.locator,
    );
  const inFirstYear = counted
    .filter(({ financialYear }) => financialYear === first.financialYear)
    .reduce<number>((all, { amount }) => all + (amount ?? 0), 0);
  const [least, most] = startYear(cohort) <= 2020 ? FIRST_SHARE.in2020 : FIRST_SHARE.usual;
  const share = total.amount > 0 ? inFirstYear / total.amount : 0;
  if (counted.length > 1 && (share < least || share > most))
    doubt(
      `The first payment is ${Math.round(share * 100)}% of the total; about 40% is usual.`,
      first.locator,
    );
}

/** About equal: within the printed precision and 10% of the total. */
function tolerance(total: number, printed: number): number {
  return printed + Math.abs(total) * 0.1;
}

function pounds(amount: Money): string {
  return `\u00a3${(amount / 100_000_000).toFixed(2)}m`;
}
