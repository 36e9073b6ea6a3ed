import { describe, expect, it } from "vitest";
import { aJudgedCouncil, anAgreement, anEvent, aPayment, million, year } from "@/testing/dossiers";
import { pence } from "../money";
import { paymentsRephased } from "./payments-rephased";
import { targetMoved } from "./target-moved";

const planned = (agreementVersion: string, financialYear: string, amount: number) =>
  aPayment({
    agreementVersion,
    financialYear: year(financialYear),
    amount: pence(amount),
    status: "planned",
  });
const before = [planned("a", "2023-24", million(4)), planned("a", "2024-25", million(4))];
const found = (after: ReturnType<typeof aPayment>[], own: Parameters<typeof anAgreement>[0] = {}) =>
  paymentsRephased.find(
    aJudgedCouncil({
      agreements: [anAgreement({ version: "a" }), anAgreement({ version: "b", ...own })],
      payments: [...before, ...after],
    }),
  );

describe("payments moved between years", () => {
  it("from a report, which moves no target", () => {
    const event = anEvent("payments_rephased", { date: null, summary: "Yearly funding profile changed." });
    const judged = aJudgedCouncil({ events: [event] });
    expect(paymentsRephased.find(judged)).toMatchObject([
      {
        ...{ severity: "info", subject: "", checked: true },
        summary: "The years of DfE’s payments were changed, not their total nor what was promised for them.",
        evidence: [{ label: "Yearly funding profile changed.", value: null, date: null, ref: event.ref }],
      },
    ]);
    expect(targetMoved.find(judged)).toEqual([]);
  });

  const moved = [planned("b", "2023-24", million(3)), planned("b", "2024-25", million(5))];

  it.each([
    ["the same in all, in other years", moved, 1],
    [
      "a penny more in all",
      [planned("b", "2023-24", million(3)), planned("b", "2024-25", million(5) + 1)],
      0,
    ],
    ["the very same", [planned("b", "2023-24", million(4)), planned("b", "2024-25", million(4))], 0],
    ["none", [], 0],
  ])("from two versions: %s", (_, after, flags) => {
    expect(found(after)).toHaveLength(flags);
  });

  it("never where a target or the total changed by the same step", () => {
    expect(found(moved, { balanceBy: year("2029-30") })).toEqual([]);
    expect(found(moved, { total: million(21) })).toEqual([]);
  });

  it("rests on unchecked terms only where no source tells of it", () => {
    expect(found(moved, { checked: false })[0]?.checked).toBe(false);
  });
});
