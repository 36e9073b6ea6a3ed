import { describe, expect, it } from "vitest";
import { datesIn, yearsIn } from "./printed-years";

describe("financial years in a text", () => {
  it.each<[string, readonly string[]]>([
    ["by the end of 2024-25", ["2024-25"]],
    ["2024/25, 2025–26 and 2026−27", ["2024-25", "2025-26", "2026-27"]],
    ["from 2022-23 to 2027-28", ["2022-23", "2027-28"]],
    ["from 2022 to 2023 to 2027 to 2028", ["2022-23", "2027-28"]],
    ["2024-2025", ["2024-25"]],
    ["2024 - 25", ["2024-25"]],
    ["FY24/25, FY 25-26 and FY'26/'27", ["2024-25", "2025-26", "2026-27"]],
    ["24/25, and FY24/26", []],
    ["31 March 2025", ["2024-25"]],
    ["31st of March 2025", ["2024-25"]],
    ["31/03/2025", ["2024-25"]],
    ["31/03/25 and 01/04/25", ["2024-25", "2025-26"]],
    ["paragraph 31.3.25, 31/13/25 and 31/03/12", []],
    ["Mar-25, 31-Mar-26 and March \u201927", ["2024-25", "2025-26", "2026-27"]],
    ["from 14 March-20 April, and March 25", []],
    ["1 April 2025", ["2025-26"]],
    ["March 2025", ["2024-25"]],
    ["July 2025", ["2025-26"]],
    ["20 Dec. 2024", ["2024-25"]],
    ["the 2024-25 financial year ending 31 March 2025", ["2024-25", "2024-25"]],
    ["2024 alone, and 2022-24", []],
    ["reference 12024-25, or 2024-25-26", []],
    ["31 February 2025", []],
    ["£2024-25", ["2024-25"]],
  ])("%s", (text, years) => {
    expect(yearsIn(text).map(({ year }) => year)).toEqual(years);
  });

  it.each([
    ["31 March 2025", true],
    ["March 2025", true],
    ["30 March 2025", false],
    ["July 2025", false],
  ])("%s is a year's end: %s", (text, isYearEnd) => {
    expect(yearsIn(text)[0]?.date).toEqual({ printed: text, isYearEnd });
  });

  it("say where they stand", () => {
    expect(yearsIn("by 2024-25.")[0]).toMatchObject({ start: 3, end: 10, date: null });
  });
});

it.each<[string, readonly (readonly [number | null, number, number])[]]>([
  ["Date: 18 March 2022", [[18, 3, 2022]]],
  [
    "signed 3rd Sept 2022 and 04/10/2022",
    [
      [3, 9, 2022],
      [4, 10, 2022],
    ],
  ],
  ["March 2022", [[null, 3, 2022]]],
  ["30 February 2022, 31.13.2022", []],
])("dates in %j", (text, dates) => {
  expect(datesIn(text).map(({ day, month, year }) => [day, month, year])).toEqual(dates);
});
