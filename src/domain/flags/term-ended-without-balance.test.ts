import { describe, expect, it } from "vitest";
import {
  aJudgedCouncil,
  anAgreement,
  anEvent,
  anInYearBalance,
  day,
  million,
  year,
} from "@/testing/dossiers";
import { moneyOf, pence } from "../money";
import { termEndedWithoutBalance } from "./term-ended-without-balance";

const floor = moneyOf(250_000, "pound");
const agreement = anAgreement({ balanceBy: year("2024-25"), to: year("2024-25") });
const outturn = (balance: number) =>
  anInYearBalance({ financialYear: year("2024-25"), balance: pence(balance) });
const find = (balance: number, own = agreement, today = "2026-11-23") =>
  termEndedWithoutBalance.find(
    aJudgedCouncil({ agreements: [own], inYearBalances: [outturn(balance)] }, { today: day(today) }),
  );

describe("agreement ended without balance", () => {
  it.each([
    [-floor, 0],
    [-floor - 1, 1],
  ])("%d pence in the last year: %d flags", (balance, flags) => {
    expect(find(balance)).toHaveLength(flags);
  });

  it.each([
    ["2025-03-31", 0],
    ["2025-04-01", 1],
  ])("on %s, the last year ending on 31 March 2025: %d flags", (today, flags) => {
    expect(find(million(-3), agreement, today)).toHaveLength(flags);
  });

  it.each([
    ["2023-24", 1],
    ["2024-25", 1],
    ["2025-26", 0],
  ])("balance by %s: %d flags", (balanceBy, flags) => {
    expect(find(million(-3), { ...agreement, balanceBy: year(balanceBy) })).toHaveLength(flags);
  });

  it.each([
    ["2025-26", 1],
    ["2026-27", 0],
  ])("a term to %s, years judged to 2025-26, all of it over: %d flags", (to, flags) => {
    const judged = aJudgedCouncil(
      {
        agreements: [{ ...agreement, to: year(to) }],
        inYearBalances: [anInYearBalance({ financialYear: year(to), balance: million(-3) })],
      },
      { today: day("2028-01-01") },
    );
    expect(termEndedWithoutBalance.find(judged)).toHaveLength(flags);
  });

  it.each([
    ["official", 1],
    ["press", 0],
  ] as const)("a balance year from %s: %d flags", (balanceBySource, flags) => {
    expect(find(million(-3), { ...agreement, balanceBySource })).toHaveLength(flags);
  });

  it("is never raised for a year that the press gives, or none", () => {
    expect(find(million(-3), { ...agreement, balanceBySource: "press" })).toEqual([]);
    expect(find(million(-3), { ...agreement, balanceBy: null, balanceBySource: null })).toEqual([]);
    expect(find(million(-3), { ...agreement, to: null })).toEqual([]);
  });

  it("is never raised because a source calls it complete", () => {
    const judged = aJudgedCouncil({ agreements: [agreement], events: [anEvent("completed")] });
    expect(termEndedWithoutBalance.find(judged)).toEqual([]);
  });

  it("names both years", () => {
    const [flag] = find(million(-3));
    expect(flag).toMatchObject({ severity: "missed", financialYear: "2024-25", size: million(3) });
    expect(flag?.summary).toBe(
      "The agreement’s last year was 2024 to 2025, with balance promised by 2024 to 2025; the in-year deficit in 2024 to 2025 was £3 million before DfE money.",
    );
  });
});
