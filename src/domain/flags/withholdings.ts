import { type CalendarDate, earliestDay, latestDay, type PartialDate } from "../calendar-date";
import { type FinancialYear, firstDay, lastDay } from "../financial-year";
import { type Money, sum } from "../money";
import type { CouncilDossier, FigureRef } from "../verdicts/held-figures";
import { byDate } from "./draft-flag";

/** A source's word that DfE held money back, or that it was paid after all. */
interface HeldBack {
  readonly ref: FigureRef;
  readonly kind: "payment" | "event";
  readonly date: PartialDate | null;
  readonly financialYear: FinancialYear | null;
  readonly amount: Money | null;
  /** It is all that was still to be paid under the agreement, not what was due in some year. */
  readonly isRemainder: boolean;
  /** A report in its own words. */
  readonly said: string | null;
}

/** A payment or an event that says so; a suspension of payments is one. */
export type Withholding = HeldBack;

/** All that was ever cited as withheld or suspended, oldest first. */
export function withholdingsOf({ payments, events }: CouncilDossier): readonly Withholding[] {
  return [
    ...payments.filter(({ status }) => status === "withheld").map(ofPayment),
    ...events.filter(({ kind }) => kind === "payment_withheld" || kind === "suspended").map(ofEvent),
  ].toSorted(byDate);
}

/**
 * Those that no source says were released.
 *
 * A release of the same year closes what was withheld of that year, where together they give at least as
 * much, or one gives no amount. Where one of the two has no year, a release closes what it may have come after: with dates known
 * only in part, the doubt is the council's.
 */
export function stillWithheld(dossier: CouncilDossier): readonly Withholding[] {
  const releases = [
    ...dossier.payments.filter(({ status }) => status === "released").map(ofPayment),
    ...dossier.events.filter(({ kind }) => kind === "payment_released").map(ofEvent),
  ];
  return withholdingsOf(dossier).filter((withholding) => !isMadeGood(withholding, releases));
}

function isMadeGood(withholding: Withholding, releases: readonly HeldBack[]): boolean {
  const after = releases.filter((release) => mayRelease(release, withholding));
  const amounts = after.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  if (after.length === 0) return false;
  return withholding.amount === null || amounts.length < after.length || sum(amounts) >= withholding.amount;
}

type PaymentRow = CouncilDossier["payments"][number];

function ofPayment({ ref, paidOn, throughDate, financialYear, amount, covers }: PaymentRow): HeldBack {
  const date = paidOn ?? (throughDate as string as PartialDate | null);
  const isRemainder = covers === "remainder";
  return { ref, kind: "payment", date, financialYear, amount, isRemainder, said: null };
}

function ofEvent({ ref, date, summary }: CouncilDossier["events"][number]): HeldBack {
  return { ref, kind: "event", date, financialYear: null, amount: null, isRemainder: false, said: summary };
}

function mayRelease(release: HeldBack, withholding: Withholding): boolean {
  if (release.financialYear !== null && withholding.financialYear !== null) {
    return release.financialYear === withholding.financialYear;
  }
  const [released, withheld] = [lastDayOf(release), firstDayOf(withholding)];
  return released === null || withheld === null || released >= withheld;
}

function firstDayOf({ date, financialYear }: HeldBack): CalendarDate | null {
  if (date !== null) return earliestDay(date);
  return financialYear === null ? null : firstDay(financialYear);
}

function lastDayOf({ date, financialYear }: HeldBack): CalendarDate | null {
  if (date !== null) return latestDay(date);
  return financialYear === null ? null : lastDay(financialYear);
}
