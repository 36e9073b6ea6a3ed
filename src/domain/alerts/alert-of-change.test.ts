import { describe, expect, it } from "vitest";
import { CHANGE_KINDS, type ChangeKind, NOT_NEWS } from "../changes/change";
import { alertOfChange } from "./alert-of-change";

const of = (kind: ChangeKind, subject: string | null = null) =>
  alertOfChange({ kind, subject, notNews: null });

describe("an alert about a change at a publisher", () => {
  it.each<[ChangeKind, string | null, string | null]>([
    ["attachment-replaced", "Bristol: agreement", "agreement-changed"],
    ["balance-year-changed", null, "agreement-changed"],
    ["page-withdrawn", null, "agreement-changed"],
    ["payment-changed", "planned year", "agreement-changed"],
    ["payment-changed", "withheld year", "payment-news"],
    ["payment-changed", "paid instalment", "payment-news"],
    ["payment-changed", "released", "payment-news"],
    ["payment-changed", "unpaid", "agreement-changed"],
    ["payment-changed", null, "agreement-changed"],
    ["outturn-published", null, "outturn-published"],
    ["in-year-balance-published", null, "outturn-published"],
    ["outturn-restated", null, "figure-corrected"],
    ["figure-corrected", "outturn", "figure-corrected"],
    ["correction-withdrawn", "outturn", "figure-corrected"],
    ["allocation-restated", "before-deductions", null],
    ["allocation-published", "before-deductions", null],
    ["ehc-plans-published", "2026", null],
    ["ehc-plans-restated", "2025", null],
  ])("%s of %s: %s", (kind, subject, alert) => {
    expect(of(kind, subject)).toBe(alert);
  });

  it("is never made of what is no news of a publisher", () => {
    for (const kind of CHANGE_KINDS)
      for (const notNews of NOT_NEWS) expect(alertOfChange({ kind, subject: "paid", notNews })).toBeNull();
  });
});
