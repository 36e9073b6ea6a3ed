import { describe, expect, it } from "vitest";
import {
  aBalance,
  aJudgedCouncil,
  anAgreement,
  anEvent,
  aPayment,
  day,
  million,
  year,
} from "@/testing/dossiers";
import { moneyOf, NO_MONEY, pence } from "../money";
import type { CouncilDossier } from "../verdicts/held-figures";
import { clearanceMissed } from "./clearance-missed";

const floor = moneyOf(250_000, "pound");
const agreement = anAgreement({ clearedBy: year("2024-25"), balanceBy: null, balanceBySource: null });
const paid = (amount: number, own: Parameters<typeof aPayment>[0] = {}) =>
  aPayment({
    ...{ covers: "cumulative", financialYear: null, throughDate: day("2025-03-31") },
    ...{ amount: pence(amount) },
    ...own,
  });
const left = (deficit: number, own: Parameters<typeof aBalance>[0] = {}) =>
  aBalance({ deficit: pence(deficit), ...own });
const find = (own: Partial<CouncilDossier>) =>
  clearanceMissed.find(
    aJudgedCouncil({
      ...{ agreements: [agreement], payments: [paid(million(20))], balances: [left(million(5))] },
      ...own,
    }),
  );

describe("deficit not cleared by the year named", () => {
  it.each([
    [floor, 0],
    [floor + 1, 1],
  ])("%d pence left: %d flags", (deficit, flags) => {
    expect(find({ balances: [left(deficit)] })).toHaveLength(flags);
  });

  it.each([
    [million(20) - 1, 0, 0],
    [million(20), 0, 1],
    [million(20) - 1, 1, 1],
  ])("%d pence paid of £20 million, %d either way: %d flags", (amount, error, flags) => {
    expect(find({ payments: [paid(amount, { error: pence(error) })] })).toHaveLength(flags);
  });

  it.each([
    // 1% of a total of £100 million is more than £250,000.
    [million(100), million(1), 0, 0],
    [million(100), million(1) + 1, 0, 1],
    // Its own rounding comes on top.
    [million(20), floor + 1, 1, 0],
    [million(20), floor + 2, 1, 1],
  ])("of a total of %d pence all paid, %d left, %d either way: %d flags", (total, deficit, error, flags) => {
    const found = find({
      agreements: [{ ...agreement, total }],
      payments: [paid(total)],
      balances: [left(deficit, { error: pence(error) })],
    });
    expect(found).toHaveLength(flags);
  });

  it.each([
    ["2025-26", "2026-03-31", 1],
    ["2026-27", "2027-03-31", 0],
  ])("to be cleared by %s, judged to 2025-26: %d flags", (clearedBy, end, flags) => {
    const found = find({
      agreements: [{ ...agreement, clearedBy: year(clearedBy) }],
      payments: [paid(million(20), { throughDate: day(end) })],
      balances: [left(million(5), { asAt: day(end) })],
    });
    expect(found).toHaveLength(flags);
  });

  it("never where DfE's total isn't known", () => {
    expect(find({ agreements: [{ ...agreement, total: null }] })).toEqual([]);
  });

  it.each([
    ["final", "outturn", 0],
    ["another provisional", "provisional", 0],
    ["forecast", "forecast", 1],
  ] as const)("a provisional deficit gives way to a %s figure that it is gone: %#", (_, kind, flags) => {
    const draft = left(million(5), { kind: "provisional" });
    expect(find({ balances: [draft, left(0, { kind })] })).toHaveLength(flags);
  });

  it("a provisional figure that it is gone gives way to the final one", () => {
    expect(find({ balances: [left(0, { kind: "provisional" }), left(million(5))] })).toHaveLength(1);
  });

  it("of two sources the lower is told", () => {
    const other = left(million(4), { family: "accounts", standing: "accounts" });
    const [flag] = find({ balances: [left(million(5)), other] });
    expect(flag?.size).toBe(million(4));
    expect(flag?.summary).toContain("and at least £4 million was left");
  });

  it("never counts what was only planned, or paid after the year end", () => {
    expect(find({ payments: [paid(million(20), { status: "planned" })] })).toEqual([]);
    expect(find({ payments: [paid(million(20), { throughDate: day("2025-04-01") })] })).toEqual([]);
  });

  it.each([
    ["a withheld payment", { payments: [paid(million(20)), aPayment({ status: "withheld", amount: null })] }],
    ["a report of one", { events: [anEvent("payment_withheld")] }],
    ["one that was released", { events: [anEvent("payment_withheld"), anEvent("payment_released")] }],
    ["a suspension", { events: [anEvent("suspended")] }],
  ])("never where there is %s", (_, own) => {
    expect(find({})).toHaveLength(1);
    expect(find(own)).toEqual([]);
  });

  it.each([
    ["before DfE money", left(million(5), { basis: "gross" })],
    ["of unknown basis", left(million(5), { basis: "unknown" })],
    ["of high needs alone", left(million(5), { scope: "high-needs" })],
    ["forecast", left(million(5), { kind: "forecast" })],
    ["of another day", left(million(5), { asAt: day("2024-03-31") })],
    ["of an inferred day", left(million(5), { asAtInferred: true })],
    ["of a doubtful source", left(million(5), { confidence: "low" })],
  ])("never from a deficit %s", (_, balance) => {
    expect(find({ balances: [balance] })).toEqual([]);
  });

  it("never where one source says that it is gone", () => {
    const gone = left(NO_MONEY, { family: "accounts", standing: "accounts" });
    expect(find({ balances: [left(million(5)), gone] })).toEqual([]);
  });

  it("says what was paid and what was left", () => {
    expect(find({})).toMatchObject([
      {
        ...{ severity: "at-risk", financialYear: "2024-25", size: million(5) },
        summary:
          "The deficit was to be cleared by the end of 2024 to 2025. DfE’s £20 million has been paid, and £5 million was left at 31 March 2025 after it.",
      },
    ]);
  });
});
