import { earliestDay, latestDay } from "../calendar-date";
import type { FinancialYear } from "../financial-year";
import { type Money, NO_MONEY, pence, sum } from "../money";
import { type AccountingYears, accountingYears } from "./accounting-years";
import type { FigureRef, HeldPayment } from "./held-figures";

type KnownPayment = HeldPayment & { readonly amount: Money };

/** What was received under one year: between `least` and `most`; `most` is null where no source gives the whole. */
export interface YearReceipts {
  readonly least: Money;
  readonly most: Money | null;
  readonly error: Money;
  readonly refs: readonly FigureRef[];
}

/**
 * The money listed under one year. Only a total of the year, or a cited withholding of all that was planned
 * for it, tells the whole; instalments are a part, and what was planned was never received by that.
 *
 * Where sources give different totals, or instalments add up to more than the total, both ends are kept: no
 * flag may rest on the larger alone. Equal instalments that no date tells apart may be one, told twice.
 */
export function receiptsListedIn(year: FinancialYear, payments: readonly HeldPayment[]): YearReceipts {
  const listed = payments.filter((payment) => accountingYears(payment)?.home === year);
  const totals = withAmounts(listed.filter(isTotal));
  const parts = withAmounts(listed.filter(isPart));
  const certain = toldOnce(parts);
  const byParts = amountsOf(certain);
  if (totals.length > 0) {
    const amounts = totals.map(({ amount }) => amount);
    return {
      least: pence(Math.min(...amounts)),
      most: pence(Math.max(...amounts, byParts)),
      error: pence(Math.max(...totals.map(({ error }) => error))),
      refs: refsOf(totals),
    };
  }
  if (isAllWithheld(listed)) {
    return { least: NO_MONEY, most: NO_MONEY, error: NO_MONEY, refs: refsOf(listed.filter(isWithheld)) };
  }
  return { least: byParts, most: null, error: sum(certain.map(({ error }) => error)), refs: refsOf(parts) };
}

/** A payment received, with the years whose closing balance may first include it. */
export interface DatedPayment extends AccountingYears {
  readonly amount: Money;
  readonly ref: FigureRef;
}

/** Every total of a year and every instalment that was received and whose amount is known. */
export function datedPayments(payments: readonly HeldPayment[]): readonly DatedPayment[] {
  return withAmounts(payments.filter((payment) => isTotal(payment) || isPart(payment))).flatMap((payment) => {
    const years = accountingYears(payment);
    return years === null ? [] : [{ ...years, amount: payment.amount, ref: payment.ref }];
  });
}

const isTotal = ({ status, covers }: HeldPayment) => status === "paid" && covers === "year";

const isPart = ({ status, covers }: HeldPayment) =>
  covers !== "cumulative" && (status === "released" || (status === "paid" && covers !== "year"));

const isWithheld = ({ status, covers }: HeldPayment) =>
  status === "withheld" && (covers === "year" || covers === "instalment");

/**
 * At least as much was withheld as any version planned for the year, nothing was paid or released in it, and
 * no amount is unknown. One row told twice counts once.
 */
function isAllWithheld(listed: readonly HeldPayment[]): boolean {
  const planned = listed.filter(({ status }) => status === "planned");
  const withheld = withAmounts(listed.filter(isWithheld));
  if (withheld.length === 0 || planned.length === 0) return false;
  if (listed.some((payment) => isTotal(payment) || isPart(payment))) return false;
  const known = withAmounts(planned);
  return known.length === planned.length && amountsOf(toldOnce(withheld)) >= mostPlanned(known);
}

function mostPlanned(planned: readonly KnownPayment[]): Money {
  return pence(Math.max(...grouped(planned, ({ agreementVersion }) => agreementVersion).map(amountsOf)));
}

/** Of rows that may be one payment in two sources' words, one: as many as there surely were. */
function toldOnce(payments: readonly KnownPayment[]): readonly KnownPayment[] {
  return grouped(payments, ({ amount }) => amount).flatMap(onDifferentDays);
}

function onDifferentDays(equal: readonly KnownPayment[]): readonly KnownPayment[] {
  const dated = equal
    .flatMap((payment) => (payment.paidOn === null ? [] : [{ payment, paidOn: payment.paidOn }]))
    .toSorted((a, b) => latestDay(a.paidOn).localeCompare(latestDay(b.paidOn)));
  const kept: KnownPayment[] = [];
  let taken = "";
  for (const { payment, paidOn } of dated) {
    if (earliestDay(paidOn) <= taken) continue;
    kept.push(payment);
    taken = latestDay(paidOn);
  }
  return kept.length > 0 ? kept : equal.slice(0, 1);
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => unknown): Row[][] {
  return [...new Set(rows.map(keyOf))].map((key) => rows.filter((row) => keyOf(row) === key));
}

function withAmounts(payments: readonly HeldPayment[]): readonly KnownPayment[] {
  return payments.filter((payment): payment is KnownPayment => payment.amount !== null);
}

const amountsOf = (payments: readonly KnownPayment[]) => sum(payments.map(({ amount }) => amount));
const refsOf = (payments: readonly HeldPayment[]) => payments.map(({ ref }) => ref);
