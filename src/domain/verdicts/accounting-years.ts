import { type CalendarDate, daysBetween, earliestDay, latestDay } from "../calendar-date";
import {
  compareYears,
  type FinancialYear,
  financialYearOf,
  lastDay,
  yearAfter,
  yearBefore,
} from "../financial-year";
import type { HeldPayment } from "./held-figures";

/** So near to a 31 March, either closing balance may include a payment, unless a source states which. */
export const NEAR_YEAR_END_DAYS = 30;

/** In which closing balances a payment may first be included. */
export interface AccountingYears {
  /** The year under which it is listed. */
  readonly home: FinancialYear;
  readonly first: FinancialYear;
  readonly last: FinancialYear;
}

/**
 * The years whose closing balance may be the first to include a payment: one year where a source states it or
 * the day is far from any 31 March, else the years between which it may fall.
 *
 * @returns null where neither a year nor a day is known
 */
export function accountingYears(
  payment: Pick<HeldPayment, "accountedIn" | "financialYear" | "paidOn">,
): AccountingYears | null {
  const { accountedIn, financialYear, paidOn } = payment;
  if (accountedIn !== null) return { home: accountedIn, first: accountedIn, last: accountedIn };
  if (paidOn === null) {
    return financialYear === null ? null : { home: financialYear, first: financialYear, last: financialYear };
  }
  const first = firstYear(earliestDay(paidOn));
  const last = lastYear(latestDay(paidOn));
  if (financialYear === null) return { home: financialYearOf(latestDay(paidOn)), first, last };
  return {
    home: financialYear,
    first: compareYears(financialYear, first) < 0 ? financialYear : first,
    last: compareYears(financialYear, last) > 0 ? financialYear : last,
  };
}

function firstYear(day: CalendarDate): FinancialYear {
  const year = financialYearOf(day);
  return daysBetween(lastDay(yearBefore(year)), day) <= NEAR_YEAR_END_DAYS ? yearBefore(year) : year;
}

function lastYear(day: CalendarDate): FinancialYear {
  const year = financialYearOf(day);
  return daysBetween(day, lastDay(year)) <= NEAR_YEAR_END_DAYS ? yearAfter(year) : year;
}
