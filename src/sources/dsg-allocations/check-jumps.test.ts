import { describe, expect, it } from "vitest";
import { financialYearStarting } from "@/domain/financial-year";
import { moneyOf } from "@/domain/money";
import { COUNCILS, documentOf, EDITION, FIGURES } from "@/testing/allocation-editions";
import type { HeldAllocation } from "../publication";
import { checkJumps } from "./check-jumps";
import { readAllocations } from "./read-allocations";

const draft = readAllocations(documentOf(EDITION));
const [EXAMPLESHIRE] = FIGURES["991"];

function held(pounds: number, year = 2022, dfeCode = "991"): HeldAllocation {
  return { dfeCode, financialYear: financialYearStarting(year), beforeDeductions: moneyOf(pounds, "pound") };
}

const kinds = (...known: HeldAllocation[]) =>
  checkJumps(draft, COUNCILS, known).map(({ severity, kind }) => `${severity} ${kind}`);

describe("a council's high needs block of 2023-24 beside what is held", () => {
  it.each<[string, HeldAllocation[], string[]]>([
    ["nothing", [], []],
    ["a third of it the year before", [held(Math.ceil(EXAMPLESHIRE / 3))], []],
    ["less than a third of it the year before", [held(EXAMPLESHIRE / 3 - 1)], ["stop year-on-year-jump"]],
    ["three times as much the year after", [held(EXAMPLESHIRE * 3, 2024)], []],
    ["more than that the year after", [held(EXAMPLESHIRE * 3 + 1, 2024)], ["stop year-on-year-jump"]],
    ["another version of the year", [held(EXAMPLESHIRE / 10, 2023)], ["stop year-on-year-jump"]],
    ["a version of the year that agrees", [held(EXAMPLESHIRE, 2023), held(EXAMPLESHIRE / 10)], []],
    ["two years before", [held(EXAMPLESHIRE / 10, 2021)], []],
    ["another council's", [held(1, 2022, "994")], []],
    ["nothing but a zero", [held(0)], ["stop year-on-year-jump"]],
  ])("%s", (_, known, expected) => {
    expect(kinds(...known)).toEqual(expected);
  });

  it("says which council, how much and beside what", () => {
    const [finding] = checkJumps(draft, COUNCILS, [held(1_000_000)]);
    expect(finding?.message).toContain("Exampleshire £5,017,590,001 in 2023-24, held £1,000,000 in 2022-23");
  });
});
