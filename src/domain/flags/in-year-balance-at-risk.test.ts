import { describe, expect, it } from "vitest";
import { aJudgedCouncil, anAgreement, anInYearBalance, date, day, million, year } from "@/testing/dossiers";
import { moneyOf, pence } from "../money";
import type { Trend } from "./flag";
import { inYearBalanceAtRisk } from "./in-year-balance-at-risk";

const floor = moneyOf(250_000, "pound");
const agreement = anAgreement({ balanceBy: year("2024-25"), to: year("2025-26") });
const forecast = (balance: number, own: Parameters<typeof anInYearBalance>[0] = {}) =>
  anInYearBalance({ kind: "forecast", balance: pence(balance), publishedOn: date("2025-11"), ...own });
const trend = (slope: number, own: Partial<Trend> = {}): Trend => ({
  basis: "gross",
  years: [year("2022-23"), year("2023-24"), year("2024-25")],
  ...{ slope: pence(slope), slopeLow: pence(slope), slopeHigh: pence(slope) },
  ...{ clearsBy: null, clearsByEarliest: null, clearsByLatest: null, neededPerYear: null },
  refs: [],
  ...own,
});
const find = (
  inYearBalances: ReturnType<typeof anInYearBalance>[],
  of: Trend | null = null,
  own = agreement,
) => inYearBalanceAtRisk.find(aJudgedCouncil({ agreements: [own], inYearBalances }, { trend: of }));

describe("in-year balance at risk", () => {
  it.each([
    [-floor, 0],
    [-floor - 1, 1],
  ])("a forecast of %d pence: %d flags", (balance, flags) => {
    expect(find([forecast(balance)])).toHaveLength(flags);
  });

  it.each([
    [floor, 0],
    [floor + 1, 1],
  ])("a deficit growing by %d pence a year: %d flags", (slope, flags) => {
    expect(find([], trend(slope))).toHaveLength(flags);
  });

  it("never from a trend after DfE money, nor one that has reached the last year of the term", () => {
    expect(find([], trend(million(5), { basis: "net" }))).toEqual([]);
    expect(find([], trend(million(5), { years: [year("2025-26")] }))).toEqual([]);
    expect(find([], trend(million(5), { years: [year("2024-25")] }))).toMatchObject([
      { financialYear: "2025-26" },
    ]);
  });

  it.each([
    ["2024-25", "2026-11-30", 1],
    ["2024-25", "2026-12-01", 0],
    ["2023-24", "2026-11-30", 0],
  ])("a trend to the end of %s says on %s what is ahead: %d flags", (last, today, flags) => {
    const judged = aJudgedCouncil(
      { agreements: [agreement] },
      { today: day(today), trend: trend(million(5), { years: [year(last)] }) },
    );
    expect(inYearBalanceAtRisk.find(judged)).toHaveLength(flags);
  });

  it.each([
    ["2023-24", 0],
    ["2024-25", 1],
    ["2025-26", 1],
    ["2026-27", 0],
  ])("a forecast for %s, balance by 2024-25, term to 2025-26: %d flags", (which, flags) => {
    expect(find([forecast(million(-3), { financialYear: year(which) })])).toHaveLength(flags);
  });

  it.each([
    [-floor - 1, floor, 1],
    [-floor - 1, floor + 1, 0],
    [-floor - 2, floor + 1, 1],
  ])("a forecast of %d pence, %d either way: %d flags", (balance, error, flags) => {
    expect(find([forecast(balance, { error: pence(error) })])).toHaveLength(flags);
  });

  it("of two forecasts of which either may be the latest, both must fall short; the milder is told", () => {
    const other = { family: "another report" };
    expect(find([forecast(million(-3)), forecast(0, other)])).toEqual([]);
    expect(find([forecast(million(-3)), forecast(million(-2), other)])).toMatchObject([{ size: million(2) }]);
  });

  it("without a balance year nothing is at risk", () => {
    const open = { ...agreement, balanceBy: null, balanceBySource: null };
    expect(find([forecast(million(-3))], trend(million(5)), open)).toEqual([]);
  });

  it("says both what is forecast and where the trend leads, and measures the forecast", () => {
    const [flag] = find([forecast(million(-3))], trend(million(5)));
    expect(flag?.size).toBe(million(3));
    expect(flag?.summary).toMatch(
      /at £3 million before DfE money, and on the trend so far the deficit grows by £5 million a year before DfE money\.$/,
    );
  });

  it("gives way to the year's outturn", () => {
    const outturn = anInYearBalance({ balance: million(-3), family: "other" });
    expect(find([forecast(million(-3)), outturn])).toEqual([]);
  });

  it("takes the latest forecast", () => {
    const earlier = { publishedOn: date("2025-06") };
    expect(find([forecast(million(-3), earlier), forecast(0)])).toEqual([]);
    expect(find([forecast(0, earlier), forecast(million(-3))])).toHaveLength(1);
  });

  it("says where the year comes from, what is forecast and when", () => {
    const [flag] = find([forecast(million(-3))], null, { ...agreement, balanceBySource: "press" });
    expect(flag).toMatchObject({ severity: "at-risk", size: million(3), financialYear: "2025-26" });
    expect(flag?.summary).toBe(
      "Balance in the year is reported by the press to be promised by 2024 to 2025; a forecast of November 2025 puts the in-year deficit in 2025 to 2026 at £3 million before DfE money.",
    );
  });
});
