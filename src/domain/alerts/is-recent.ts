import { type CalendarDate, daysBetween, earliestDay, type PartialDate } from "../calendar-date";

/** What was said longer ago is filled in, not news (as for figures: domain/changes/compare-figures). */
export const RECENT_DAYS = 60;

/** Whether something said on a date is still news; without a date it isn't. */
export function isRecent(date: PartialDate | null, today: CalendarDate): boolean {
  return date !== null && daysBetween(earliestDay(date), today) <= RECENT_DAYS;
}
