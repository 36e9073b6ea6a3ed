import { type FinancialYear, financialYearStarting, startYear } from "@/domain/financial-year";
import type { AgreementSpecification, PlannedPayment } from "@/testing/agreements/agreement-specification";

/** How the plan grows towards its last year, whatever its length. */
const GROWTH = 0.55;

/**
 * Terms that agree with one another: the last planned deficit is the total, the payments add up to it, the first
 * is a given share of it.
 *
 * @param total in millions of pounds
 * @param decimals of a million to which every sum is rounded
 */
export function agreeingTerms(
  from: FinancialYear,
  years: number,
  total: number,
  { share = 0.4, decimals = 1 }: { readonly share?: number; readonly decimals?: number } = {},
): Pick<
  AgreementSpecification,
  "cohort" | "years" | "balanceBy" | "clearedBy" | "profile" | "payments" | "total"
> {
  const unit = 100_000_000 / 10 ** decimals;
  const units = Math.round(total * 10 ** decimals);
  const year = (index: number) => financialYearStarting(startYear(from) + index);
  const first = Math.round(units * share);
  const each = Math.round((units - first) / (years - 1));
  const payments = Array.from({ length: years }, (_, index): PlannedPayment => {
    const amount = index === 0 ? first : index === years - 1 ? units - first - each * (years - 2) : each;
    return { year: year(index), amount: amount * unit, stated: "table" };
  });
  return {
    cohort: from,
    years: { from, to: year(years - 1) },
    balanceBy: year(years - 2),
    clearedBy: year(years - 1),
    total: units * unit,
    profile: payments.map((_, index) => ({
      year: year(index),
      deficit: Math.round(units * (1 - (1 - GROWTH) * (1 - index / (years - 1)) ** 2)) * unit,
    })),
    payments,
  };
}
