import { describe, expect, it } from "vitest";
import { dayIn, yearIn } from "./edition-of";
import {
  isOtherSheet,
  isSummarySheet,
  isWorkingsSheet,
  namesEngland,
  namesSubtotal,
  readHeading,
  unitIn,
} from "./headings";

describe("headings of the high needs block", () => {
  it.each<[string, boolean, "before" | "after" | null]>([
    ["High needs block (£s)", true, null],
    ["High needs block allocation (£s)", true, null],
    ["2019-20\nhigh needs block allocation  \n(£ million)", true, null],
    ["Total high needs block before deductions (£s)", true, "before"],
    ["High needs block after recoupment and deductions", true, "after"],
    [
      "High needs block, 2025 to 2026 financial year, after deductions for direct funding of high needs places by DfE (£m)",
      true,
      "after",
    ],
    ["High needs block (prior to recoupment)", true, "before"],
    ["High needs block, pre-recoupment (£s)", true, "before"],
    ["High needs block post-deductions", true, "after"],
    ["Post-16 high needs block", false, null],
    ["High needs block (pounds)", true, null],
    ["High needs block (millions of pounds)", true, null],
    ["Elevated needs block (£s)", false, null],
    ["High needs block deductions (£s)", false, null],
    ["Additional high needs allocation (£s)", false, null],
    ["Total high needs elements in the funding floor and gains calculation (£s)", false, null],
    ["Number of high needs places", false, null],
    ["Total DSG allocation after deductions (£s)", false, "after"],
    [
      "2021 to 2022 DSG allocations, after deductions for academies recoupment and direct funding of high needs places by ESFA",
      false,
      "after",
    ],
    ["Schools block (£s)", false, null],
  ])("%s", (text, namesHighNeeds, stage) => {
    expect(readHeading(text)).toMatchObject({ namesHighNeeds, stage });
  });

  it.each([
    ["[C]", true],
    ["C", true],
    ["= [A] * 4.59%", true],
    ["(£s)", true],
    ["Before deductions (£s)", true],
    ["Allocation", true],
    ["Deductions (£s)", false],
    ["Pupils", false],
  ])("under a heading, %s leaves its meaning as it is: %s", (text, isGeneric) => {
    expect(readHeading(text).isGeneric).toBe(isGeneric);
  });
});

describe("units", () => {
  it.each([
    ["High needs block (£s)", "pound"],
    ["High needs block (£)", "pound"],
    ["High needs block (£ million)", "million"],
    ["High needs block £m", "million"],
    ["High needs block (£ millions)", "million"],
    ["High needs block (£000s)", "thousand"],
    ["High needs block (£'000)", "thousand"],
    ["High needs block (£ billion)", "billion"],
    ["High needs block (pounds)", "pound"],
    ["High needs block (GBP)", "pound"],
    ["High needs block (millions)", "million"],
    ["High needs block (millions of pounds)", "million"],
    ["High needs block (£s, thousands)", "thousand"],
    ["High needs block (000s)", "thousand"],
    ["Millions of pupils", null],
    ["High needs block", null],
    ["Pre-16 SEN places funded at £6,000", null],
  ])("%s: %s", (text, unit) => {
    expect(unitIn(text)).toBe(unit);
  });
});

describe("rows and sheets by their names", () => {
  it.each([
    ["ENGLAND", "england"],
    ["England ", "england"],
    ["LONDON", "subtotal"],
    ["Yorkshire and The Humber", "subtotal"],
    ["Yorkshire & the Humber", "subtotal"],
    ["All England", "england"],
    ["E12000007", "subtotal"],
    ["Camden", "neither"],
    ["New England", "neither"],
  ])("%s is %s", (text, kind) => {
    expect(namesEngland(text)).toBe(kind === "england");
    expect(namesSubtotal(text)).toBe(kind === "subtotal");
  });

  it.each([
    ["Allocations_summary", "summary"],
    ["Allocations summary", "summary"],
    ["Allocations_2324", "summary"],
    ["High_needs_block", "workings"],
    ["High_needs_deductions", "other"],
    ["Schools_block_and_CSSB", "other"],
    ["Early_years_block", "other"],
  ])("sheet %s is %s", (name, kind) => {
    expect([isSummarySheet(name), isWorkingsSheet(name), isOtherSheet(name)]).toEqual(
      ["summary", "workings", "other"].map((one) => one === kind),
    );
  });
});

describe("years and days within longer texts", () => {
  it.each([
    ["Information_2023_to_2024", "2023-24"],
    ["Dedicated schools grant: \n2019-20 allocations", "2019-20"],
    ["dedicated-schools-grant_2024-to-2025_published-31-03-2025.ods", "2024-25"],
    ["Allocations_1920", "2019-20"],
    ["2023/24 and 2024/25", "2023-24"],
    ["allocations 2023 to 2025", null],
    ["dedicated-schools-grant_2024_07_20.ods", null],
    ["published 2011-12-05", null],
    ["Allocations_2325", null],
    ["row 2", null],
  ])("the year in %s is %s", (text, year) => {
    expect(yearIn(text)).toBe(year);
  });

  it.each([
    ["dedicated-schools-grant_2022-to-2023_published-16-03-2023.ods", "2023-03-16"],
    ["dedicated-schools-grant_2021_11_18.ods", "2021-11-18"],
    ["Allocations (published 20 July 2023)", "2023-07-20"],
    ["This allocation: 24 November 2025 Latest", "2025-11-24"],
    ["published-20-jul-2023", "2023-07-20"],
    ["2023-to-2024_publication-date-not-stated.ods", null],
    ["published 31 June 2023", null],
    ["attachment 3959058", null],
  ])("the day in %s is %s", (text, day) => {
    expect(dayIn(text)).toBe(day);
  });
});
