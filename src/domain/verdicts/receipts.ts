import { type CalendarDate, daysBetween, earliestDay, latestDay, type PartialDate } from "../calendar-date";
import {
  compareYears,
  type FinancialYear,
  financialYearOf,
  firstDay,
  lastDay,
  yearBefore,
  yearsBetween,
} from "../financial-year";
import { add, type Money, NO_MONEY, pence, sum } from "../money";
import type { FigureRef, HeldPayment } from "./held-figures";

/** DfE money that a balance at a year end is after, as far as sources say. */
export interface Receipts {
  /** Certainly received and accounted for up to the year end. */
  readonly sure: Money;
  /** As much again may have been: paid within 30 days of the year end, and nobody says in which year it counts. */
  readonly unsure: Money;
  readonly error: Money;
  /** Every year up to it is accounted for by a source, or the sum at that very day is. */
  readonly complete: boolean;
  /** The years of which no source gives the whole; empty when complete. */
  readonly missing: readonly FinancialYear[];
  readonly refs: readonly FigureRef[];
}

const NEAR_YEAR_END_DAYS = 30;

/**
 * What is known of DfE's payments up to 31 March of a year.
 *
 * Complete when a source gives each year's total since the signing year, or the cumulative sum at that
 * day. An instalment is not a year; what was planned was never received by that; a cited withholding of
 * all that was planned for a year counts as nothing received. (docs/rules.md, "Gross is an interval")
 *
 * @param signed the year in which the agreement was signed: no money came before
 */
export function receiptsUpTo(
  year: FinancialYear,
  signed: FinancialYear,
  payments: readonly HeldPayment[],
): Receipts {
  if (compareYears(year, signed) < 0) return NOTHING_BEFORE_SIGNING;
  const known = payments.filter(({ amount }) => amount !== null) as readonly KnownPayment[];
  const atYearEnd = largest(
    known.filter(
      ({ status, covers, throughDate }) =>
        status === "paid" && covers === "cumulative" && throughDate === lastDay(year),
    ),
  );
  if (atYearEnd) {
    return {
      sure: atYearEnd.amount,
      unsure: NO_MONEY,
      error: atYearEnd.error,
      complete: true,
      missing: [],
      refs: [atYearEnd.ref],
    };
  }

  const perYear = yearsBetween(signed, year).map((each) => receiptsOf(each, known));
  const missing = perYear.flatMap(({ year: each, whole }) => (whole ? [] : [each]));
  const byYears = addUp(perYear);
  const cumulative = largest(
    known.filter(
      ({ status, covers, throughDate }) =>
        status === "paid" && covers === "cumulative" && throughDate !== null && throughDate <= lastDay(year),
    ),
  );
  const afterCumulative = cumulative ? addUp(perYear.filter(startsAfter(cumulative.throughDate))) : null;
  const best =
    cumulative && afterCumulative && cumulative.amount + afterCumulative.sure > byYears.sure
      ? {
          sure: add(cumulative.amount, afterCumulative.sure),
          unsure: afterCumulative.unsure,
          error: add(cumulative.error, afterCumulative.error),
          refs: [cumulative.ref, ...afterCumulative.refs],
        }
      : byYears;
  const edge = unsureNextYear(year, known);
  return {
    ...best,
    unsure: add(best.unsure, edge.amount),
    complete: missing.length === 0,
    missing,
    refs: [...best.refs, ...edge.refs],
  };
}

/**
 * What is known of DfE's payments that one year's closing balance includes, in the same terms: a
 * difference of two sums at year ends counts where both are cited.
 */
export function receiptsIn(
  year: FinancialYear,
  signed: FinancialYear,
  payments: readonly HeldPayment[],
): Receipts {
  if (compareYears(year, signed) < 0) return NOTHING_BEFORE_SIGNING;
  const upTo = receiptsUpTo(year, signed, payments);
  const before = receiptsUpTo(yearBefore(year), signed, payments);
  const known = payments.filter(({ amount }) => amount !== null) as readonly KnownPayment[];
  const own = receiptsOf(year, known);
  if (!own.whole && upTo.complete && before.complete && upTo.unsure === 0 && before.unsure === 0) {
    return {
      sure: pence(Math.max(0, upTo.sure - before.sure)),
      unsure: NO_MONEY,
      error: add(upTo.error, before.error),
      complete: true,
      missing: [],
      refs: [...upTo.refs, ...before.refs],
    };
  }
  const { sure, unsure, error, whole, refs } = own;
  return { sure, unsure, error, complete: whole, missing: whole ? [] : [year], refs };
}

const NOTHING_BEFORE_SIGNING: Receipts = {
  sure: NO_MONEY,
  unsure: NO_MONEY,
  error: NO_MONEY,
  complete: true,
  missing: [],
  refs: [],
};

type KnownPayment = HeldPayment & { readonly amount: Money };

interface YearReceipts {
  readonly year: FinancialYear;
  readonly sure: Money;
  readonly unsure: Money;
  readonly error: Money;
  /** A source gives the year's whole, or says that all of it was withheld. */
  readonly whole: boolean;
  readonly refs: readonly FigureRef[];
}

/** What one year's closing balance includes. */
function receiptsOf(year: FinancialYear, known: readonly KnownPayment[]): YearReceipts {
  const ofYear = known.filter((payment) => countsIn(payment) === year);
  const total = largest(ofYear.filter(({ status, covers }) => status === "paid" && covers === "year"));
  const instalments = ofYear.filter(
    ({ status, covers }) =>
      (status === "paid" && covers === "instalment") || (status === "released" && covers !== "cumulative"),
  );
  const byInstalments = sum(instalments.map(({ amount }) => amount));
  const parts = total && total.amount >= byInstalments ? [total] : instalments;
  const unsure = parts.filter(nearYearEnd);
  const sure = parts.filter((payment) => !nearYearEnd(payment));
  return {
    year,
    sure: sum(sure.map(({ amount }) => amount)),
    unsure: sum(unsure.map(({ amount }) => amount)),
    error: sum(parts.map(({ error }) => error)),
    whole: total !== null || (parts.length === 0 && allWithheld(year, ofYear)),
    refs: parts.map(({ ref }) => ref),
  };
}

/** Withheld at least as much as was planned for the year, and nothing of it released. */
function allWithheld(year: FinancialYear, ofYear: readonly KnownPayment[]): boolean {
  const planned = ofYear.filter(({ status }) => status === "planned");
  const withheld = ofYear.filter(
    ({ status, financialYear }) => status === "withheld" && financialYear === year,
  );
  if (planned.length === 0 || withheld.length === 0) return false;
  return sum(withheld.map(({ amount }) => amount)) >= sum(planned.map(({ amount }) => amount));
}

/** The year whose closing balance includes it; null where nobody says. */
function countsIn({ accountedIn, paidOn, financialYear }: HeldPayment): FinancialYear | null {
  if (accountedIn ?? financialYear) return accountedIn ?? financialYear;
  if (paidOn === null) return null;
  const year = financialYearOf(latestDay(paidOn));
  return financialYearOf(earliestDay(paidOn)) === year ? year : null;
}

/** Paid near a 31 March, and nobody states which closing balance includes it. */
function nearYearEnd(payment: HeldPayment): boolean {
  const { accountedIn, paidOn } = payment;
  const year = countsIn(payment);
  if (accountedIn || paidOn === null || year === null) return false;
  return [lastDay(year), lastDay(yearBefore(year))].some((end) => isNear(paidOn, end));
}

function isNear(paidOn: PartialDate, end: CalendarDate): boolean {
  return (
    daysBetween(earliestDay(paidOn), end) <= NEAR_YEAR_END_DAYS &&
    daysBetween(end, latestDay(paidOn)) <= NEAR_YEAR_END_DAYS
  );
}

/** Counted by its date in the next year, but so near to this year end that this year's balance may include it. */
function unsureNextYear(
  year: FinancialYear,
  known: readonly KnownPayment[],
): { amount: Money; refs: FigureRef[] } {
  const early = known.filter((payment) => {
    const { status, covers, paidOn } = payment;
    const received = status === "released" || (status === "paid" && covers === "instalment");
    const counted = countsIn(payment);
    if (!received || paidOn === null || counted === null || counted <= year) return false;
    return nearYearEnd(payment) && isNear(paidOn, lastDay(year));
  });
  return { amount: sum(early.map(({ amount }) => amount)), refs: early.map(({ ref }) => ref) };
}

function addUp(years: readonly YearReceipts[]) {
  return {
    sure: sum(years.map(({ sure }) => sure)),
    unsure: sum(years.map(({ unsure }) => unsure)),
    error: sum(years.map(({ error }) => error)),
    refs: years.flatMap(({ refs }) => refs),
  };
}

function startsAfter(throughDate: CalendarDate | null) {
  return ({ year }: YearReceipts) => throughDate !== null && firstDay(year) > throughDate;
}

function largest(payments: readonly KnownPayment[]): KnownPayment | null {
  return payments.reduce<KnownPayment | null>(
    (best, payment) => (best === null || payment.amount > best.amount ? payment : best),
    null,
  );
}
