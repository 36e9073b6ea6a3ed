import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import {
  compareYears,
  financialYearOf,
  financialYearStarting,
  firstDay,
  lastDay,
  readFinancialYear,
  startYear,
  yearAfter,
  yearBefore,
  yearInAddress,
  yearsBetween,
} from "./financial-year";

const starts = fc.integer({ min: 1990, max: 2098 });

describe("published spellings", () => {
  it.each([
    ["2024-25", "2024-25"],
    ["2024/25", "2024-25"],
    ["2024-2025", "2024-25"],
    ["2024/2025", "2024-25"],
    ["2024 to 2025", "2024-25"],
    ["2024 to 25", "2024-25"],
    ["2024-to-2025", "2024-25"],
    ["2024\u201325", "2024-25"],
    ["2024\u20142025", "2024-25"],
    ["2024 - 25", "2024-25"],
    ["202425", "2024-25"],
    ["1999-00", "1999-00"],
    ["1999-2000", "1999-00"],
    [" 2024\u00a0to\n2025 ", "2024-25"],
  ])("%s", (text, year) => {
    expect(readFinancialYear(text)).toBe(year);
  });

  it.each([
    "2024",
    "2024-24",
    "2024-26",
    "2024 to 2026",
    "2024-1925",
    "24-25",
    "202412",
    "20242025",
    "1989-90",
    "2099-00",
    "2024-25 to 2027-28",
    "FY 2024-25",
    "",
  ])("%j isn't exactly one year", (text) => {
    expect(readFinancialYear(text)).toBeNull();
  });

  it("read back every year in every spelling", () => {
    fc.assert(
      fc.property(starts, (start) => {
        const year = financialYearStarting(start);
        const short = year.slice(5);
        for (const text of [
          year,
          `${start}/${short}`,
          `${start} to ${start + 1}`,
          `${start}${short}`,
          yearInAddress(year),
        ]) {
          expect(readFinancialYear(text)).toBe(year);
        }
      }),
    );
  });
});

describe("a financial year", () => {
  it.each([1989, 2099, 2024.5, Number.NaN])("doesn't start in %d", (start) => {
    expect(() => financialYearStarting(start)).toThrow(RangeError);
  });

  it.each([
    [2024, 3, 31, "2023-24"],
    [2024, 4, 1, "2024-25"],
    [2024, 12, 31, "2024-25"],
    [2025, 1, 1, "2024-25"],
  ])("%i-%i-%i falls in %s", (year, month, day, expected) => {
    expect(financialYearOf(calendarDate(year, month, day))).toBe(expected);
  });

  it("runs from 1 April to 31 March, and holds both", () => {
    const year = financialYearStarting(2024);
    expect([firstDay(year), lastDay(year)]).toEqual(["2024-04-01", "2025-03-31"]);
    fc.assert(
      fc.property(starts, (start) => {
        const one = financialYearStarting(start);
        return financialYearOf(firstDay(one)) === one && financialYearOf(lastDay(one)) === one;
      }),
    );
  });

  it("has a year before and a year after", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2097 }), (start) => {
        const year = financialYearStarting(start);
        expect(yearBefore(yearAfter(year))).toBe(year);
        expect(compareYears(year, yearAfter(year))).toBeLessThan(0);
        expect(startYear(year)).toBe(start);
      }),
    );
  });

  it("is counted with both ends, and backwards not at all", () => {
    const [from, to] = [financialYearStarting(2019), financialYearStarting(2021)];
    expect(yearsBetween(from, to)).toEqual(["2019-20", "2020-21", "2021-22"]);
    expect(yearsBetween(from, from)).toEqual(["2019-20"]);
    expect(yearsBetween(to, from)).toEqual([]);
  });

  it("is written in addresses as 2024-to-2025", () => {
    expect(yearInAddress(financialYearStarting(2024))).toBe("2024-to-2025");
    expect(yearInAddress(financialYearStarting(1999))).toBe("1999-to-2000");
  });
});
