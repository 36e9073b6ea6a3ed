import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CalendarDate,
  calendarDate,
  londonDay,
  monthsAfter,
  readCalendarDate,
  readPartialDate,
} from "./calendar-date";

describe("days that exist", () => {
  it.each([
    [2024, 2, 29, "2024-02-29"],
    [2000, 2, 29, "2000-02-29"],
    [2025, 12, 31, "2025-12-31"],
    [2025, 1, 1, "2025-01-01"],
  ])("%i-%i-%i", (year, month, day, date) => {
    expect(calendarDate(year, month, day)).toBe(date);
  });

  it.each([
    [2025, 2, 29],
    [1900, 2, 29],
    [2025, 4, 31],
    [2025, 13, 1],
    [2025, 0, 1],
    [2025, 1, 0],
    [99, 1, 1],
    [2025, 1.5, 1],
  ])("%d-%d-%d isn't one", (year, month, day) => {
    expect(() => calendarDate(year, month, day)).toThrow(RangeError);
  });
});

describe("the same day months later", () => {
  it.each([
    ["2025-03-31", 12, "2026-03-31"],
    ["2025-03-31", 20, "2026-11-30"],
    ["2023-03-31", 11, "2024-02-29"],
    ["2025-12-15", 1, "2026-01-15"],
    ["2025-03-31", 0, "2025-03-31"],
  ])("%s and %d months: %s", (date, months, later) => {
    expect(monthsAfter(date as CalendarDate, months)).toBe(later);
  });
});

describe("days as publishers print them", () => {
  it.each([
    ["2025-03-31", "2025-03-31"],
    ["Thursday, 20 Jul, 2023", "2023-07-20"],
    ["Thursday 20 July 2023", "2023-07-20"],
    ["20 July 2023", "2023-07-20"],
    ["20 JULY 2023", "2023-07-20"],
    ["1st April 2024", "2024-04-01"],
    ["2nd May, 2024", "2024-05-02"],
    ["3 Sept 2024", "2024-09-03"],
    ["24-11-2025", "2025-11-24"],
    ["31/03/2025", "2025-03-31"],
    ["1/4/2025", "2025-04-01"],
    ["31.03.2025", "2025-03-31"],
    ["20-Jul-2023", "2023-07-20"],
    ["Thursday,20 Jul,2023", "2023-07-20"],
    ["2025-03-31T00:00:00", "2025-03-31"],
    [" 20\u00a0July\n2023 ", "2023-07-20"],
  ])("%s", (text, date) => {
    expect(readCalendarDate(text)).toBe(date);
  });

  it.each([
    "31 June 2023",
    "29 February 2023",
    "2025-02-30",
    "03/31/2025",
    "20 Marble 2023",
    "20 Ju 2023",
    "July 2023",
    "2023",
    "20 July 23",
    "published 20 July 2023",
    "20 July 2023 and 21 July 2023",
    "",
  ])("%j isn't exactly one day", (text) => {
    expect(readCalendarDate(text)).toBeNull();
  });

  it("give back every day however it is spelt", () => {
    const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2098-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (instant) => {
        const iso = instant.toISOString().slice(0, 10);
        const [year, month, day] = [
          instant.getUTCFullYear(),
          instant.getUTCMonth() + 1,
          instant.getUTCDate(),
        ];
        const long = instant.toLocaleDateString("en-GB", { dateStyle: "full", timeZone: "UTC" });
        for (const text of [iso, `${day}/${month}/${year}`, `${day}-${month}-${year}`, long]) {
          expect(readCalendarDate(text)).toBe(iso);
        }
      }),
    );
  });
});

describe("dates of which only a part is known", () => {
  it.each([
    ["2024", "2024"],
    ["2024-12", "2024-12"],
    ["2024-12-04", "2024-12-04"],
    ["4 December 2024", "2024-12-04"],
    ["2024-00", null],
    ["2024-13", null],
    ["24", null],
    ["December 2024", null],
    ["", null],
  ])("%s: %s", (text, date) => {
    expect(readPartialDate(text)).toBe(date);
  });
});

describe("the day in London", () => {
  it.each([
    ["in winter, at midnight", "2025-01-01T00:00:00Z", "2025-01-01"],
    ["in winter, a second before", "2024-12-31T23:59:59Z", "2024-12-31"],
    ["in summer, an hour before midnight UTC", "2025-06-30T23:00:00Z", "2025-07-01"],
    ["in summer, a second earlier", "2025-06-30T22:59:59Z", "2025-06-30"],
    ["on the evening before the financial year", "2025-03-31T22:59:59Z", "2025-03-31"],
    ["on its first day", "2025-03-31T23:00:00Z", "2025-04-01"],
  ])("%s", (_, instant, day) => {
    expect(londonDay(new Date(instant))).toBe(day);
  });
});
