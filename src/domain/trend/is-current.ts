import { type CalendarDate, monthsAfter } from "../calendar-date";
import { lastDay } from "../financial-year";
import type { Trend } from "../flags/flag";
import type { Thresholds } from "../verdicts/thresholds";

/**
 * Whether a trend reaches near enough to today to say anything of the years ahead. An older one may be drawn,
 * with its years named, but no flag may rest on it: it may end before the agreement began.
 */
export function isCurrent(
  { years }: Pick<Trend, "years">,
  today: CalendarDate,
  { onTrackWithinMonths }: Pick<Thresholds, "onTrackWithinMonths">,
): boolean {
  const last = years.at(-1);
  return last !== undefined && monthsAfter(lastDay(last), onTrackWithinMonths) >= today;
}
