import { type CalendarDate, calendarDate } from "@/domain/calendar-date";
import { compareYears, type FinancialYear } from "@/domain/financial-year";

/** An edition that should be out, and what shows that it's there. */
export interface DueEdition {
  /** As it's called in a sentence: "the outturn of 2024 to 2025". */
  readonly name: string;
  /** The last day on which it isn't late yet. */
  readonly dueBy: CalendarDate;
  readonly shownBy: /** An edition of this year or a later one. */
    | { readonly kind: "year"; readonly year: FinancialYear }
    /** An edition published on this day or later; one without a date shows nothing. */
    | { readonly kind: "published"; readonly from: CalendarDate };
}

/** As much of an edition at hand as says whether it's the one that was due. */
export interface EditionAtHand {
  readonly financialYear: FinancialYear | null;
  readonly publishedOn: CalendarDate | null;
}

export interface EditionCalendar {
  due?(today: CalendarDate): DueEdition;
}

/** The edition that should be out and isn't at hand; null when none is late. */
export function overdueEdition(
  calendar: EditionCalendar,
  atHand: readonly EditionAtHand[],
  today: CalendarDate,
): DueEdition | null {
  const due = calendar.due?.(today) ?? null;
  return due && !atHand.some((edition) => shows(edition, due)) ? due : null;
}

function shows({ financialYear, publishedOn }: EditionAtHand, { shownBy }: DueEdition): boolean {
  return shownBy.kind === "year"
    ? financialYear !== null && compareYears(financialYear, shownBy.year) >= 0
    : publishedOn !== null && publishedOn >= shownBy.from;
}

/** The newest day before today that falls on one of these days of the year. */
export function lastOf(
  days: readonly (readonly [month: number, day: number])[],
  today: CalendarDate,
): CalendarDate {
  const year = Number(today.slice(0, 4));
  const past = [year - 1, year]
    .flatMap((each) => days.map(([month, day]) => calendarDate(each, month, day)))
    .filter((day) => day < today)
    .sort();
  // Each of them falls into last year once, so there's always one.
  return past.at(-1) as CalendarDate;
}
