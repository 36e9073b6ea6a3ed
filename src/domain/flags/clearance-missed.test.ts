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
