import { describe, expect, it } from "vitest";
import {
  aBalance,
  aJudgedCouncil,
  anAgreement,
  anInYearBalance,
  aPayment,
  day,
  million,
  year,
} from "@/testing/dossiers";
import { moneyOf, pence } from "../money";
import { inYearBalanceMissed } from "./in-year-balance-missed";

const floor = moneyOf(250_000, "pound");
type Own = Parameters<typeof anInYearBalance>[0];
const agreement = anAgreement({ balanceBy: year("2023-24"), to: year("2025-26") });
const find = (inYearBalances: ReturnType<typeof anInYearBalance>[], agreements = [agreement]) =>
  inYearBalanceMissed.find(aJudgedCouncil({ agreements, inYearBalances }));
const inYear = (financialYear: string, balance: number, own: Own = {}) =>
  anInYearBalance({ financialYear: year(financialYear), balance: pence(balance), ...own });

describe("in-year balance not reached", () => {
  it.each([
    [-floor, 0, 0],
    [-floor - 1, 0, 1],
    [-floor - 1, floor, 1],
    [-floor - 1, floor + 1, 0],
    [-floor - 2, floor + 1, 1],
  ])("a balance of %d pence, %d either way: %d flags", (balance, error, flags) => {
    expect(find([inYear("2023-24", balance, { error: pence(error) })])).toHaveLength(flags);
  });

  it.each([
    ["2022-23", 0],
    ["2023-24", 1],
    ["2025-26", 1],
    ["2026-27", 0],
  ])("in %s, balance promised by 2023-24 and the term ending 2025-26: %d flags", (which, flags) => {
    expect(find([inYear(which, million(-3))])).toHaveLength(flags);
  });

  it("counts only the balance year where the last year isn't known", () => {
    const open = anAgreement({ balanceBy: year("2023-24"), to: null });
    expect(find([inYear("2024-25", million(-3))], [open])).toEqual([]);
    expect(find([inYear("2023-24", million(-3))], [open])).toHaveLength(1);
  });

  it("is never raised for the signing year", () => {
    const signed = anAgreement({ cohort: year("2023-24"), balanceBy: year("2023-24") });
    expect(find([inYear("2023-24", million(-3))], [signed])).toEqual([]);
    expect(find([inYear("2024-25", million(-3))], [signed])).toHaveLength(1);
  });

  it.each([
    ["agreement", 1],
    ["official", 1],
    ["press", 0],
    [null, 0],
  ] as const)("a balance year from %s: %d flags", (balanceBySource, flags) => {
    expect(find([inYear("2023-24", million(-3))], [{ ...agreement, balanceBySource }])).toHaveLength(flags);
  });

  it("isn't raised for a clearance or end year", () => {
    const cleared = anAgreement({ balanceBy: null, balanceBySource: null, clearedBy: year("2023-24") });
    expect(find([inYear("2023-24", million(-3))], [cleared])).toEqual([]);
  });

  it.each([
    ["a forecast", { kind: "forecast" as const }],
    ["high needs alone", { scope: "high-needs" as const }],
    ["an unknown basis", { basis: "unknown" as const }],
    ["a doubtful source", { confidence: "low" as const }],
  ])("isn't raised from %s", (_, own) => {
    expect(find([inYear("2023-24", million(-3), own)])).toEqual([]);
  });

  it("takes DfE money off a balance that is after it", () => {
    const net = { basis: "net" as const };
    const paid = aPayment({ financialYear: year("2023-24"), amount: million(4) });
    const flags = inYearBalanceMissed.find(
      aJudgedCouncil({
        agreements: [agreement],
        inYearBalances: [inYear("2023-24", million(1), net)],
        payments: [paid],
      }),
    );
    expect(flags).toMatchObject([{ size: million(3), financialYear: "2023-24" }]);
    expect(flags[0]?.evidence).toContainEqual(expect.objectContaining({ value: million(4), ref: paid.ref }));
  });

  describe("every independent source must say so", () => {
    const short = inYear("2023-24", million(-3), { family: "a" });
    it.each([
      ["another short one", inYear("2023-24", million(-1), { family: "b" }), 1],
      ["one in balance", inYear("2023-24", 0, { family: "b" }), 0],
      ["a provisional one in balance", inYear("2023-24", 0, { family: "b", kind: "provisional" }), 1],
      // The payments of the year aren't known: the true balance is anywhere below.
      ["one at most in balance", inYear("2023-24", million(2), { family: "b", basis: "net" }), 1],
      ["one at most short", inYear("2023-24", million(-2), { family: "b", basis: "net" }), 1],
    ])("beside %s: %#", (_, other, flags) => {
      expect(find([short, other])).toHaveLength(flags);
      expect(find([other, short])).toEqual(find([short, other]));
    });

    it("the mildest is the one that is told", () => {
      const [flag] = find([short, inYear("2023-24", million(-1), { family: "b" })]);
      expect(flag?.size).toBe(million(1));
      expect(flag?.summary).toBe(
        "The agreement promises balance in the year by 2023 to 2024; the in-year deficit in 2023 to 2024 was at least £1 million before DfE money.",
      );
    });
  });

  it("a balance that is at most positive proves nothing", () => {
    expect(find([inYear("2023-24", million(2), { basis: "net" })])).toEqual([]);
    expect(find([inYear("2023-24", million(-2), { basis: "net" })])).toHaveLength(1);
  });

  it("works a year out from two year ends of one source", () => {
    const ends = (closing: number) => [
      aBalance({ basis: "gross", asAt: day("2023-03-31"), deficit: million(10) }),
      aBalance({ basis: "gross", asAt: day("2024-03-31"), deficit: pence(closing) }),
    ];
    const raised = (closing: number) =>
      inYearBalanceMissed.find(aJudgedCouncil({ agreements: [agreement], balances: ends(closing) })).length;
    expect([raised(million(10) + floor), raised(million(10) + floor + 1)]).toEqual([0, 1]);
  });

  it("a later year in balance is said, and undoes nothing", () => {
    const [flag] = find([inYear("2023-24", million(-3)), inYear("2024-25", million(1))]);
    expect(flag).toMatchObject({ financialYear: "2023-24", subject: "" });
    expect(flag?.summary).toContain("Since then 2024 to 2025 ended in balance.");
  });

  it("tells of the latest year, with what is only named beside it", () => {
    const [flag] = find([
      inYear("2023-24", million(-3)),
      inYear("2024-25", million(-2), { blockTransfer: million(0.5) }),
    ]);
    expect(flag).toMatchObject({ financialYear: "2024-25", size: million(2) });
    expect(flag?.evidence).toContainEqual(
      expect.objectContaining({ label: "Block transfer in the year", value: million(0.5) }),
    );
  });

  it("is unchecked while the terms are", () => {
    const [flag] = find([inYear("2023-24", million(-3))], [{ ...agreement, checked: false }]);
    expect(flag?.checked).toBe(false);
  });
});
