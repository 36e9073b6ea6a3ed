import { type CalendarDate, daysBetween } from "../calendar-date";
import {
  compareYears,
  type FinancialYear,
  firstDay,
  lastDay,
  yearBefore,
  yearsBetween,
} from "../financial-year";
import { add, type Money, NO_MONEY, pence, subtract, sum } from "../money";
import { NEAR_YEAR_END_DAYS } from "./accounting-years";
import { byRef, type FigureRef, type HeldPayment } from "./held-figures";
import { type DatedPayment, datedPayments, receiptsListedIn, type YearReceipts } from "./year-receipts";

/** DfE money that a balance at a year end is after, as far as sources say. */
export interface Receipts {
  /** Certainly received and accounted for. */
  readonly sure: Money;
  /** As much again may have been: paid within 30 days of a year end with nobody saying where it counts, or sources differ. */
  readonly unsure: Money;
  readonly error: Money;
  /** Every year up to it is accounted for by a source, or the sum at a year end and every year since. */
  readonly complete: boolean;
  /** The years of which no source gives the whole; empty when complete. */
  readonly missing: readonly FinancialYear[];
  readonly refs: readonly FigureRef[];
}

const NOTHING: Receipts = {
  sure: NO_MONEY,
  unsure: NO_MONEY,
  error: NO_MONEY,
  complete: true,
  missing: [],
  refs: [],
};

/**
 * What is known of DfE's payments up to 31 March of a year.
 *
 * Complete when, for every year since the signing year, a source gives the year's total, or the cumulative sum
 * at that 31 March or a later one. An instalment is not a year; what was planned was never received by that; a
 * cited withholding of all that was planned for a year counts as nothing received. Where sources contradict
 * each other the smaller sum is sure and the larger possible. (docs/rules.md, "Gross is an interval")
 *
 * @param signed the year in which the agreement was signed: no money came before
 */
export function receiptsUpTo(
  year: FinancialYear,
  signed: FinancialYear,
  payments: readonly HeldPayment[],
): Receipts {
  if (compareYears(year, signed) < 0) return NOTHING;
  const rows = payments.toSorted((a, b) => byRef(a.ref, b.ref));
  const running = yearsBetween(signed, year).reduce<Running>(
    (before, each) => withYear(before, each, year, rows),
    START,
  );
  const { least, most, error, missing, refs } = running;
  if (running.statedAt === year) return asReceipts(least, most, error, missing, refs);

  const dated = datedPayments(rows);
  const late = dated.filter(({ home, last }) => home <= year && year < last);
  const early = dated.filter(({ home, first }) => first <= year && year < home);
  const sure = pence(Math.max(0, least - amountsOf(late)));
  const highest = most === null ? null : add(most, amountsOf(early));
  return asReceipts(sure, highest, error, missing, [...refs, ...early.map(({ ref }) => ref)]);
}

/**
 * What is known of DfE's payments that one year's closing balance was the first to include, in the same
 * terms: a difference of two sums at year ends counts where both are cited.
 */
export function receiptsIn(
  year: FinancialYear,
  signed: FinancialYear,
  payments: readonly HeldPayment[],
): Receipts {
  if (compareYears(year, signed) < 0) return NOTHING;
  const rows = payments.toSorted((a, b) => byRef(a.ref, b.ref));
  const own = receiptsListedIn(year, rows);
  const dated = datedPayments(rows);
  const perhapsElsewhere = dated.filter(({ home, first, last }) => home === year && first < last);
  const perhapsHere = dated.filter(({ home, first, last }) => home !== year && first <= year && year <= last);
  const listed = asReceipts(
    pence(Math.max(0, own.least - amountsOf(perhapsElsewhere))),
    own.most === null ? null : add(own.most, amountsOf(perhapsHere)),
    own.error,
    own.most === null ? [year] : [],
    [...own.refs, ...perhapsHere.map(({ ref }) => ref)],
  );
  if (listed.complete) return listed;

  const upTo = receiptsUpTo(year, signed, rows);
  const before = receiptsUpTo(yearBefore(year), signed, rows);
  if (!isExact(upTo) || !isExact(before) || upTo.sure < before.sure) return listed;
  return {
    ...upTo,
    sure: subtract(upTo.sure, before.sure),
    error: add(upTo.error, before.error),
    refs: [...upTo.refs, ...before.refs],
  };
}

/** Nothing about these receipts is open. */
export function isExact({ complete, unsure }: Receipts): boolean {
  return complete && unsure === 0;
}

/** What had been received by a year end, all payments counted in the year under which they are listed. */
interface Running {
  readonly least: Money;
  readonly most: Money | null;
  readonly error: Money;
  readonly missing: readonly FinancialYear[];
  readonly refs: readonly FigureRef[];
  /** The last year end whose very sum a source gives. */
  readonly statedAt: FinancialYear | null;
}

const START: Running = {
  least: NO_MONEY,
  most: NO_MONEY,
  error: NO_MONEY,
  missing: [],
  refs: [],
  statedAt: null,
};

function withYear(
  before: Running,
  year: FinancialYear,
  upTo: FinancialYear,
  payments: readonly HeldPayment[],
): Running {
  const sums = payments
    .flatMap(cumulative)
    .filter(({ day }) => day >= firstDay(year) && day <= lastDay(year));
  const during = sums.filter(({ day }) => day < lastDay(year));
  const atEnd = sums.filter(({ day }) => day === lastDay(year));
  const added = addYear(atMost(before, sums), year, receiptsListedIn(year, payments));
  const sure = during.filter(({ day }) => countsBy(day, upTo));
  return stated(atLeast(added, sure), year, atEnd);
}

function addYear(before: Running, year: FinancialYear, listed: YearReceipts): Running {
  return {
    least: add(before.least, listed.least),
    most: before.most === null || listed.most === null ? null : add(before.most, listed.most),
    error: add(before.error, listed.error),
    missing: listed.most === null ? [...before.missing, year] : before.missing,
    refs: [...before.refs, ...listed.refs],
    statedAt: before.statedAt,
  };
}

interface Cumulative {
  readonly day: CalendarDate;
  readonly amount: Money;
  readonly error: Money;
  readonly ref: FigureRef;
}

function cumulative({ status, covers, throughDate, amount, error, ref }: HeldPayment): Cumulative[] {
  const isSum = status === "paid" && covers === "cumulative";
  return isSum && throughDate !== null && amount !== null ? [{ day: throughDate, amount, error, ref }] : [];
}

/** A sum at a day shortly before the year end may hold money that only the next closing balance includes. */
function countsBy(day: CalendarDate, upTo: FinancialYear): boolean {
  return daysBetween(day, lastDay(upTo)) > NEAR_YEAR_END_DAYS;
}

/** A later sum says that no more can have come before: what is listed beyond it may have been told twice. */
function atMost(before: Running, sums: readonly Cumulative[]): Running {
  const least = pence(Math.min(before.least, ...sums.map(({ amount }) => amount)));
  return { ...before, least };
}

/** A sum during a year says that at least so much had come by its end. */
function atLeast(running: Running, sums: readonly Cumulative[]): Running {
  const largest = sums.toSorted((a, b) => b.amount - a.amount)[0];
  if (!largest || largest.amount <= running.least) return running;
  const most = running.most === null ? null : pence(Math.max(running.most, largest.amount));
  const sure = running.most === null ? largest.amount : running.least;
  return {
    ...running,
    least: sure,
    most,
    ...(running.most === null ? { error: largest.error, refs: [largest.ref] } : {}),
  };
}

/** The sum at the very day takes the place of what came before it; what contradicts it stays possible. */
function stated(running: Running, year: FinancialYear, sums: readonly Cumulative[]): Running {
  if (sums.length === 0) return running;
  const amounts = sums.map(({ amount }) => amount);
  const known = running.most === null ? [] : [running.least];
  return {
    least: pence(Math.min(...amounts, ...known)),
    most: pence(Math.max(...amounts, running.least, running.most ?? 0)),
    error: pence(Math.max(...sums.map(({ error }) => error))),
    missing: [],
    refs: sums.map(({ ref }) => ref),
    statedAt: year,
  };
}

function asReceipts(
  sure: Money,
  most: Money | null,
  error: Money,
  missing: readonly FinancialYear[],
  refs: readonly FigureRef[],
): Receipts {
  const unsure = most === null ? NO_MONEY : subtract(most, sure);
  return { sure, unsure, error, complete: most !== null, missing, refs };
}

const amountsOf = (payments: readonly DatedPayment[]) => sum(payments.map(({ amount }) => amount));
