import { describe, expect, it } from "vitest";
import { formatDate, formatDay, formatInstant, formatJanuary, formatYear, formatYearEnd } from "./dates";

describe("years and dates in GOV.UK style", () => {
  it.each([
    ["2023-24", "2023 to 2024"],
    ["1999-00", "1999 to 2000"],
  ])("%s is %s", (year, words) => expect(formatYear(year)).toBe(words));

  it.each([
    ["2024-03-31", "31 March 2024"],
    ["2024-12-04", "4 December 2024"],
    ["2024-12", "December 2024"],
    ["2024", "2024"],
  ])("%s is %s", (date, words) => expect(formatDate(date)).toBe(words));

  it("names year ends and January counts", () => {
    expect(formatYearEnd("2024-03-31")).toBe("Mar 2024");
    expect(formatJanuary(2025)).toBe("January 2025");
  });

  it.each([
    ["2026-11-23T21:24:03.000Z", "23 November 2026, 9:24pm"],
    ["2026-07-01T23:30:00.000Z", "2 July 2026, 12:30am"],
    ["2026-01-05T12:00:00.000Z", "5 January 2026, 12:00pm"],
    ["2026-01-05T00:05:00.000Z", "5 January 2026, 12:05am"],
  ])("%s in London is %s", (instant, words) => {
    expect(formatInstant(instant)).toBe(words);
    expect(formatDay(instant)).toBe(words.split(",")[0]);
  });
});
