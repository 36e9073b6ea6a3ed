import { describe, expect, it } from "vitest";
import { CHANGE_KINDS } from "@/domain/changes/change";
import type { Changed, PublishedChangeValue } from "@/shapes/change-shapes";
import { changeInWords } from "./change-in-words";

const gbp = (amountGbp: number): PublishedChangeValue => ({ kind: "money", amountGbp });
const year = (text: string): PublishedChangeValue => ({ kind: "year", year: text });
const text = (words: string): PublishedChangeValue => ({ kind: "text", text: words });
const truth = (holds: boolean): PublishedChangeValue => ({ kind: "truth", holds });
const count = (plans: number): PublishedChangeValue => ({ kind: "count", count: plans });
const TITLE = "Exampleshire: dedicated schools grant ‘safety valve’ agreement 2022-2023";

type Said = Partial<Changed> & Pick<Changed, "kind">;

describe("a change in words", () => {
  it.each<[Said, string]>([
    [{ kind: "attachment-added", subject: TITLE }, `“${TITLE}” was added to the page`],
    [{ kind: "attachment-removed", subject: TITLE }, `“${TITLE}” was removed from the page`],
    [{ kind: "attachment-replaced", subject: TITLE }, `The document “${TITLE}” was replaced`],
    [
      { kind: "attachment-renamed", before: text("Guide"), after: text("Guidance") },
      "“Guide” was renamed “Guidance”",
    ],
    [
      {
        kind: "attachment-renamed",
        subject: TITLE,
        before: text("https://a.example"),
        after: text("https://b.example"),
      },
      `The document “${TITLE}” moved to a new address`,
    ],
    [{ kind: "page-text-changed", subject: "text", after: text("More soon.") }, "The page’s text changed"],
    [
      { kind: "page-text-changed", subject: "title", before: text("Old"), after: text("New") },
      "The page’s title changed from “Old” to “New”",
    ],
    [
      { kind: "page-note-added", subject: "2026-04-01T23:30:00Z", after: text("Added information.") },
      "The publisher noted on 2 April 2026: Added information.",
    ],
    [
      { kind: "page-withdrawn", subject: "Out of date.", after: truth(true) },
      "The page was withdrawn: Out of date.",
    ],
    [{ kind: "page-withdrawn", after: truth(false) }, "The page is no longer withdrawn"],
    [
      { kind: "review-status-changed", subject: "under-review", after: truth(true) },
      "The agreement was put under review",
    ],
    [
      { kind: "review-status-changed", subject: "under-review", after: truth(false) },
      "The agreement is no longer marked as under review",
    ],
    [
      { kind: "review-status-changed", subject: "payments-suspended", after: truth(true) },
      "The agreement now says that payments are suspended",
    ],
    [
      { kind: "balance-year-changed", before: year("2025-26"), after: year("2027-28") },
      "Balance year moved from 2025 to 2026 to 2027 to 2028",
    ],
    [{ kind: "balance-year-changed", after: year("2027-28") }, "Balance year now stated: 2027 to 2028"],
    [
      { kind: "clearance-year-changed", before: year("2027-28") },
      "Year by which the deficit is cleared no longer stated; it was 2027 to 2028",
    ],
    [
      {
        kind: "years-covered-changed",
        before: { kind: "years", from: "2022-23", to: "2026-27" },
        after: { kind: "years", from: "2022-23", to: "2029-30" },
      },
      "Years covered changed from “2022 to 2023 until 2026 to 2027” to “2022 to 2023 until 2029 to 2030”",
    ],
    [
      { kind: "total-changed", before: gbp(50_000_000), after: gbp(45_000_000) },
      "Total that DfE pays lowered from £50 million to £45 million (down £5 million)",
    ],
    [
      {
        kind: "profile-point-changed",
        financialYear: "2024-25",
        before: gbp(20_500_000),
        after: gbp(22_000_000),
      },
      "Planned deficit at 31 March 2025 raised from £20.5 million to £22 million (up £1.5 million)",
    ],
    [
      {
        kind: "profile-point-changed",
        financialYear: "2024-25",
        before: gbp(20_500_000),
        after: gbp(20_510_000),
      },
      "Planned deficit at 31 March 2025 raised from £20,500,000 to £20,510,000 (up £10,000)",
    ],
    [
      {
        kind: "profile-point-changed",
        subject: "footing",
        before: text("gross, dsg, unknown"),
        after: text("gross, dsg, excluded"),
      },
      "What the planned deficits count changed from “before DfE money (gross), whole dedicated schools grant, the council’s own contributions: not stated” to “before DfE money (gross), whole dedicated schools grant, before the council’s own contributions”",
    ],
    [
      {
        kind: "payment-changed",
        financialYear: "2023-24",
        subject: "planned, year",
        before: gbp(7_500_000),
        after: gbp(5_000_000),
      },
      "Planned payment for 2023 to 2024 lowered from £7.5 million to £5 million (down £2.5 million)",
    ],
    [
      {
        ...{
          kind: "payment-changed",
          financialYear: "2023-24",
          subject: "planned, instalment",
          before: gbp(7_500_000),
        },
        after: { kind: "missing", reason: "amount-not-stated" },
      },
      "Planned instalment for 2023 to 2024 changed from £7.5 million to an amount not stated",
    ],
    [
      {
        kind: "local-contribution-changed",
        financialYear: "2023-24",
        subject: "planned",
        before: gbp(2_000_000),
      },
      "Council’s own contribution for 2023 to 2024 removed; it was £2 million",
    ],
    [{ kind: "condition-changed", subject: "2", after: text("New.") }, "Condition 2 was added"],
    [
      { kind: "condition-changed", subject: "2", before: text("Old."), after: text("New.") },
      "Condition 2 was reworded",
    ],
    [{ kind: "monitoring-changed", before: text("Old.") }, "How progress is monitored was removed"],
    [
      { kind: "review-terms-changed", before: text("Old."), after: text("New.") },
      "What can reopen the agreement was reworded",
    ],
    [
      {
        kind: "allocation-published",
        financialYear: "2025-26",
        subject: "before-deductions",
        after: gbp(311_663_662),
      },
      "High needs block for 2025 to 2026, before deductions, published: £311.7 million",
    ],
    [
      {
        ...{ kind: "allocation-restated", financialYear: "2025-26", subject: "before-deductions" },
        ...{ before: gbp(311_663_662), after: gbp(311_675_662) },
      },
      "High needs block for 2025 to 2026, before deductions, restated from £311,663,662 to £311,675,662 (up £12,000)",
    ],
    [
      {
        kind: "outturn-published",
        financialYear: "2024-25",
        subject: "outturn, net, dsg",
        after: gbp(67_167_405),
      },
      "Deficit at 31 March 2025, after DfE money (net), published: £67.2 million",
    ],
    [
      {
        kind: "outturn-restated",
        financialYear: "2024-25",
        subject: "forecast, gross, high-needs",
        before: gbp(5_000_000),
        after: gbp(-1_000_000),
      },
      "Forecast deficit at 31 March 2025, before DfE money (gross), high needs only, restated from £5 million to a surplus of £1 million (down £6 million)",
    ],
    [
      { kind: "in-year-balance-restated", financialYear: "2024-25", before: gbp(-3_000_000) },
      "In-year balance for 2024 to 2025 taken out; it was −£3 million",
    ],
    [
      { kind: "ehc-plans-restated", subject: "2025", before: count(4123), after: count(4130) },
      "EHC plans in January 2025 restated from 4,123 to 4,130 (up 7)",
    ],
    [
      {
        ...{ kind: "figure-corrected", financialYear: "2024-25", subject: "outturn: outturn, net, dsg" },
        ...{ before: gbp(50_000_000), after: gbp(-5_000_000) },
      },
      "Deficit at 31 March 2025, after DfE money (net), corrected from £50 million to a surplus of £5 million (down £55 million)",
    ],
    [
      {
        ...{ kind: "figure-corrected", financialYear: "2024-25", subject: "allocation: after-deductions" },
        ...{ before: gbp(50_000_000), after: gbp(51_000_000) },
      },
      "High needs block for 2024 to 2025, after deductions, corrected from £50 million to £51 million (up £1 million)",
    ],
    [
      {
        ...{ kind: "figure-corrected", financialYear: "2024-25" },
        ...{ subject: "in-year-balance: outturn, net, dsg", before: gbp(-1_000_000), after: gbp(-2_000_000) },
      },
      "In-year balance for 2024 to 2025 corrected from −£1 million to −£2 million (down £1 million)",
    ],
    [
      { kind: "figure-corrected", subject: "total", before: gbp(1_000_000), after: gbp(2_000_000) },
      "Total that DfE pays corrected from £1 million to £2 million (up £1 million)",
    ],
    [
      {
        ...{ kind: "figure-corrected", financialYear: "2024-25", subject: "profile-point" },
        ...{ before: gbp(1_000_000), after: gbp(2_000_000) },
      },
      "Planned deficit at 31 March 2025 corrected from £1 million to £2 million (up £1 million)",
    ],
    [
      {
        ...{ kind: "figure-corrected", financialYear: "2024-25", subject: "payment: paid, instalment" },
        ...{ before: gbp(1_000_000), after: gbp(2_000_000) },
      },
      "Paid instalment for 2024 to 2025 corrected from £1 million to £2 million (up £1 million)",
    ],
    [
      {
        ...{ kind: "correction-withdrawn", financialYear: "2024-25", subject: "local-contribution: planned" },
        ...{ before: gbp(2_000_000), after: gbp(1_000_000) },
      },
      "Council’s own contribution for 2024 to 2025 shown as published again, £1 million: its correction to £2 million was withdrawn",
    ],
    [
      { kind: "correction-withdrawn", subject: "total", before: gbp(20_010_000), after: gbp(20_000_000) },
      "Total that DfE pays shown as published again, £20,000,000: its correction to £20,010,000 was withdrawn",
    ],
  ])("%j", (change, words) => {
    expect(changeInWords({ before: null, after: null, ...change })).toBe(words);
  });

  it.each(CHANGE_KINDS)("%s has words even where little is known", (kind) => {
    const words = changeInWords({ kind, before: null, after: null });
    expect(words).toMatch(/^[“A-Z]/);
    expect(words).not.toMatch(/undefined|null|NaN/);
  });
});
