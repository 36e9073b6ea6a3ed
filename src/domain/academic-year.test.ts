import { describe, expect, it } from "vitest";
import { januaryOf, readAcademicYear } from "./academic-year";

describe("academic years", () => {
  it.each([
    ["202425", "2024/25", 2025],
    ["2024/25", "2024/25", 2025],
    [" 201819 ", "2018/19", 2019],
    ["209900", "2099/00", 2100],
  ])("%s is %s, with its census in January %i", (text, expected, january) => {
    const year = readAcademicYear(text);
    expect(year).toBe(expected);
    if (year !== null) expect(januaryOf(year)).toBe(january);
  });

  it.each(["2024", "2024-25", "202424", "202426", "2024/2025", "199900", ""])("%j isn't one", (text) => {
    expect(readAcademicYear(text)).toBeNull();
  });
});
