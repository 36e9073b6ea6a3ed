import { type CalendarDate, readCalendarDate } from "@/domain/calendar-date";
import {
  type FinancialYear,
  financialYearOf,
  financialYearStarting,
  readFinancialYear,
} from "@/domain/financial-year";

/** A financial year named in a text, in whatever form. */
export interface PrintedYear {
  readonly year: FinancialYear;
  readonly start: number;
  readonly end: number;
  /** Set where a day or a month is printed: the year is the one that it falls in. */
  readonly date: { readonly printed: string; readonly isYearEnd: boolean } | null;
}

const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";
const YEAR = /(?<![\d/.-])(20\d\d) ?(?:[-/]| ?to ) ?((?:20)?\d\d)(?!\d|[-/.]\d)/g;
/** FY22/23; without the letters it could be anything. */
const SHORT_YEAR = /\bFY ?'?(\d\d) ?[-/] ?'?(\d\d)(?!\d|[-/.]\d)/gi;
const DATE = new RegExp(
  `(?<![\\d/.])(?:(\\d{1,2})(?:st|nd|rd|th)?(?: (?:of )?|-))?(?<![a-z])(${MONTHS})\\.?(?:,? (20\\d\\d)|(?:-| ?['\u2018\u2019])(20\\d\\d|[2-4]\\d))(?!\\d| (?:${MONTHS}))`,
  "gi",
);
const NUMERIC_DATE = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(20\d\d)(?!\d)/g;
/** 31/03/25; with points it could as well be the number of a paragraph. */
const SHORT_NUMERIC_DATE = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/([2-4]\d)(?![\d/])/g;

/**
 * All years of a text in its order: `2024-25`, `2024/25`, `2024 to 2025`, `FY24/25`, `31 March 2025`, `March 2025`,
 * `31/03/2025`, `31/03/25`, `Mar-25`.
 */
export function yearsIn(text: string): PrintedYear[] {
  if (!/\d\d/.test(text)) return [];
  const plain = plainDashes(text);
  const found: PrintedYear[] = [];
  for (const match of plain.matchAll(YEAR)) {
    const year = readFinancialYear(match[0]);
    if (year) found.push({ year, start: match.index, end: match.index + match[0].length, date: null });
  }
  for (const match of plain.matchAll(SHORT_YEAR)) {
    const year = readFinancialYear(`20${match[1]}-${match[2]}`);
    if (year) found.push({ year, start: match.index, end: match.index + match[0].length, date: null });
  }
  for (const { day, month, year, start, end } of datesIn(plain)) {
    if (found.some((other) => start < other.end && end > other.start)) continue;
    const starting = month >= 4 ? year : year - 1;
    const isYearEnd = month === 3 && (day === null || day === 31);
    const date = { printed: text.slice(start, end), isYearEnd };
    found.push({ year: financialYearStarting(starting), start, end, date });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

export interface PrintedDate {
  readonly day: number | null;
  readonly month: number;
  readonly year: number;
  readonly start: number;
  readonly end: number;
}

/** Days and months with their year, in the order of the text; days that don't exist are left out. */
export function datesIn(text: string): PrintedDate[] {
  if (!/\d\d/.test(text)) return [];
  const found: PrintedDate[] = [];
  const names = MONTHS.split("|").map((name) => name.toLowerCase().slice(0, 3));
  for (const match of text.matchAll(DATE)) {
    const month = names.indexOf((match[2] ?? "").toLowerCase().slice(0, 3)) + 1;
    found.push(dateAt(match, match[1], month, match[3] ?? match[4]));
  }
  for (const match of text.matchAll(NUMERIC_DATE))
    found.push(dateAt(match, match[1], Number(match[3]), match[4]));
  for (const match of text.matchAll(SHORT_NUMERIC_DATE))
    found.push(dateAt(match, match[1], Number(match[2]), match[3]));
  return found.filter(exists).toSorted((a, b) => a.start - b.start);
}

function dateAt(
  match: RegExpExecArray,
  day: string | undefined,
  month: number,
  year: string | undefined,
): PrintedDate {
  const [start, end] = [match.index, match.index + match[0].length];
  const whole = Number(year?.length === 2 ? `20${year}` : year);
  return { day: day === undefined ? null : Number(day), month, year: whole, start, end };
}

function exists({ day, month, year }: PrintedDate): boolean {
  if (month < 1 || month > 12) return false;
  return day === null || isoDay(year, month, day) !== null;
}

function isoDay(year: number, month: number, day: number): CalendarDate | null {
  const two = (part: number) => String(part).padStart(2, "0");
  return readCalendarDate(`${year}-${two(month)}-${two(day)}`);
}

/** The year that a day printed as a date falls in. */
export function yearOfDate({ day, month, year }: PrintedDate): FinancialYear {
  const date = isoDay(year, month, day ?? 1);
  return date ? financialYearOf(date) : financialYearStarting(year);
}

/** All dashes as hyphens, odd spaces as spaces; the length stays. */
export function plainDashes(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212]/g, "-").replace(/[\u00a0\u2000-\u200a\u202f]/g, " ");
}
