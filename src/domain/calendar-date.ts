declare const iso: unique symbol;

/** A day in the calendar of the United Kingdom, written `2025-03-31`; it has no time and no zone. */
export type CalendarDate = string & { readonly [iso]: "calendar-date" };

/** @throws RangeError for a day that doesn't exist. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists) throw new RangeError(`There is no day ${year}-${month}-${day}.`);
  return date.toISOString().slice(0, 10) as CalendarDate;
}

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * Reads a day as publishers print it: `2025-03-31`, `Thursday, 20 Jul, 2023`, `20 July 2023`,
 * `24-11-2025`, `31/03/2025`, `31.03.2025`, `20-Jul-2023`, `2025-03-31T00:00:00`.
 *
 * @returns null when the text isn't exactly one existing day
 */
export function readCalendarDate(text: string): CalendarDate | null {
  const plain = text.normalize("NFKC").replace(/\s+/g, " ").trim();
  const ordered =
    /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?:T00:00:00)?$/.exec(plain) ??
    /^(?<d>\d{1,2})([-/.])(?<m>\d{1,2})\2(?<y>\d{4})$/.exec(plain);
  if (ordered?.groups) return dayOf(ordered.groups.y, Number(ordered.groups.m), ordered.groups.d);

  const worded =
    /^(?:[A-Z][a-z]+day(?:, ?| ))?(?<d>\d{1,2})(?:st|nd|rd|th)? (?<m>[A-Z][a-z]{2,8})(?:, ?| )(?<y>\d{4})$/i.exec(
      plain,
    ) ?? /^(?<d>\d{1,2})-(?<m>[A-Z][a-z]{2,8})-(?<y>\d{4})$/i.exec(plain);
  if (!worded?.groups) return null;
  const name = (worded.groups.m ?? "").toLowerCase();
  const month =
    MONTHS.findIndex((full) => name === full || name === full.slice(0, 3)) + 1 || (name === "sept" ? 9 : 0);
  return month === 0 ? null : dayOf(worded.groups.y, month, worded.groups.d);
}

function dayOf(year: string | undefined, month: number, day: string | undefined): CalendarDate | null {
  try {
    return calendarDate(Number(year), month, Number(day));
  } catch {
    return null;
  }
}

/**
 * A date of which only the year, or the year and the month, may be known: `2024`, `2024-12`,
 * `2024-12-04`. What isn't known isn't filled in.
 */
export type PartialDate = string & { readonly [iso]: "partial-date" };

export function readPartialDate(text: string): PartialDate | null {
  const plain = text.trim();
  if (/^\d{4}$/.test(plain)) return plain as PartialDate;
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(plain)) return plain as PartialDate;
  return readCalendarDate(plain) as PartialDate | null;
}

/** The first day that a partly known date can be. */
export function earliestDay(date: PartialDate): CalendarDate {
  return (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date) as CalendarDate;
}

/** The last day that a partly known date can be. */
export function latestDay(date: PartialDate): CalendarDate {
  if (date.length === 4) return `${date}-12-31` as CalendarDate;
  if (date.length > 7) return date as unknown as CalendarDate;
  const next = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5)), 0));
  return next.toISOString().slice(0, 10) as CalendarDate;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The same day of a later month, or the last of a month that is shorter: 20 months after 31 March is 30 November. */
export function monthsAfter(date: CalendarDate, months: number): CalendarDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0));
  const day = Math.min(Number(date.slice(8)), lastOfMonth.getUTCDate());
  return calendarDate(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth() + 1, day);
}

/** The London calendar day on which an instant falls. */
export function londonDay(instant: Date): CalendarDate {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}` as CalendarDate;
}
