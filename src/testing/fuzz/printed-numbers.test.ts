import { describe, expect, it } from "vitest";
import { readFinancialYear } from "@/domain/financial-year";
import { PENCE_PER } from "@/domain/money";
import { PrintedNumbers } from "./printed-numbers";

const million = PENCE_PER.million;

describe("an amount is printed", () => {
  it.each<[string, number, boolean]>([
    ["a total of \u00a320.5 million", 20.5 * million, true],
    ["a total of \u00a320.5 million", -20.5 * million, true],
    ["20.50", 20.5 * million, true],
    ["20,528,000", 2_052_800_000, true],
    ["20 528 000", 2_052_800_000, true],
    ["20528 (\u00a3000)", 2_052_800_000, true],
    ["20 .5", 20.5 * million, true],
    ["2023-24 20.5 21.6", 21.6 * million, true],
    ["34.217996115640986", 3_421_799_612, true],
    ["2.5e6", 250_000_000, true],
    ["nil", 0, true],
    ["20.5", 20 * million, false],
    ["20.5", 2.5 * million, false],
    ["20.5", 0.5 * million, false],
    ["120.5", 20.5 * million, false],
    ["20.55", 20.5 * million, false],
    ["20.5 and 21.6", 42.1 * million, false],
    ["20528000", 52_800_000, false],
    // In a CSV the comma parts cells: one number or three.
    ["20,528,000", 52_800_000, true],
    ["no figure", 0, false],
  ])("%s: %d pence is %s", (text, pence, isPrinted) => {
    expect(new PrintedNumbers([text]).hasAmount(Math.round(pence))).toBe(isPrinted);
  });
});

describe("a count is printed", () => {
  it.each<[string, number, boolean]>([
    ["2,248", 2_248, true],
    ["2248.0", 2_248, true],
    ["2248.5", 2_248, false],
    ["12248", 2_248, false],
  ])("%s: %d is %s", (text, count, isPrinted) => {
    expect(new PrintedNumbers([text]).hasCount(count)).toBe(isPrinted);
  });
});

describe("a year is printed", () => {
  it.each<[string, string, boolean]>([
    ["2024-25", "2024-25", true],
    ["2024 to 2025", "2024-25", true],
    ["2024\u20132025", "2024-25", true],
    ["202425", "2024-25", true],
    ["Allocations_2425", "2024-25", true],
    ["31 March 2025", "2024-25", true],
    ["31/03/25", "2024-25", true],
    ["2023-24", "2024-25", false],
    ["2024-26", "2024-25", false],
    ["12024250", "2024-25", false],
  ])("%s: %s is %s", (text, year, isPrinted) => {
    const wanted = readFinancialYear(year);
    expect(wanted !== null && new PrintedNumbers([text]).hasYear(wanted)).toBe(isPrinted);
  });
});
