/**
 * What the rules have to make of the practice archive on 23 November 2026, once all its stages have been loaded in
 * order and assessed after each. Reckoned by hand, from the figures that stand beside each council in `councils/`.
 */
export const EXPECTED_ON = "2026-11-23";

export interface ExpectedVerdict {
  readonly year: string;
  /** `both` where there is one version. */
  readonly against: "original" | "current" | "both";
  readonly baseline?: true;
  readonly verdict:
    | "met"
    | "within-tolerance"
    | "missed"
    | "missed-at-least"
    | "above-plan"
    | "cannot-compare"
    | "not-published"
    | "not-held";
  readonly reason?: string;
  /** £ million; the deficit promised, and between which amounts the deficit before DfE's money lies. */
  readonly promised: number;
  readonly low?: number;
  readonly high?: number;
}

export interface ExpectedCouncil {
  readonly dfeCode: string;
  readonly name: string;
  readonly status: "missed" | "at-risk" | "unknown" | "on-track" | "no-agreement";
  readonly verdicts: readonly ExpectedVerdict[];
  /** Flags that have to be open; other rules may raise more, but none of `neverFlags`. */
  readonly openFlags: readonly ExpectedFlag[];
  readonly clearedFlags: readonly ExpectedFlag[];
  readonly neverFlags: readonly string[];
}

interface ExpectedFlag {
  readonly rule: string;
  readonly year?: string;
  /** False where it rests on terms that no person has confirmed. */
  readonly checked?: boolean;
}

type Against = ExpectedVerdict["against"];
type Word = ExpectedVerdict["verdict"];

/** A verdict from figures that are exact. */
function exactly(
  year: string,
  verdict: Word,
  promised: number,
  actual: number,
  against: Against = "both",
): ExpectedVerdict {
  return { year, against, verdict, promised, low: actual, high: actual };
}

function baseline(verdict: ExpectedVerdict): ExpectedVerdict {
  return { ...verdict, baseline: true };
}

function without(
  year: string,
  verdict: "not-published" | "not-held",
  promised: number,
  against: Against = "both",
): ExpectedVerdict {
  const reason = verdict === "not-held" ? "outturn-not-held" : "outturn-not-published";
  return { year, against, verdict, reason, promised };
}

/** Versions with one profile are judged alike. */
function againstEach(verdicts: readonly ExpectedVerdict[]): ExpectedVerdict[] {
  return (["original", "current"] as const).flatMap((against) =>
    verdicts.map((one) => ({ ...one, against })),
  );
}

const MISSES = ["deficit-above-profile", "in-year-balance-missed", "term-ended-without-balance"];

export const EXPECTED: { readonly on: string; readonly councils: readonly ExpectedCouncil[] } = {
  on: EXPECTED_ON,
  councils: [
    {
      dfeCode: "X01",
      name: "Exampleshire",
      status: "on-track",
      verdicts: [
        baseline(exactly("2021-22", "met", 20.0, 20.0)),
        exactly("2022-23", "met", 20.8, 20.4),
        exactly("2023-24", "met", 20.6, 20.0),
        exactly("2024-25", "met", 19.8, 19.2),
        exactly("2025-26", "met", 18.8, 18.0),
      ],
      openFlags: [],
      clearedFlags: [],
      neverFlags: [...MISSES, "in-year-balance-at-risk", "not-judged", "sources-disagree", "evidence-stale"],
    },
    {
      dfeCode: "X02",
      name: "Sampleton",
      status: "at-risk",
      verdicts: againstEach([
        baseline(exactly("2022-23", "met", 22.0, 22.0)),
        exactly("2023-24", "met", 27.0, 26.8),
        exactly("2024-25", "within-tolerance", 30.0, 30.2),
        without("2025-26", "not-published", 29.8),
      ]),
      openFlags: [
        { rule: "payments-rephased" },
        { rule: "in-year-balance-at-risk" },
        { rule: "fall-is-grant", year: "2024-25" },
      ],
      clearedFlags: [{ rule: "says-off-track" }],
      neverFlags: [...MISSES, "target-moved", "payment-withheld"],
    },
    {
      dfeCode: "X03",
      name: "Testbury",
      status: "missed",
      verdicts: [
        baseline(exactly("2021-22", "within-tolerance", 14.0, 14.1)),
        exactly("2022-23", "missed", 16.0, 17.2),
        exactly("2023-24", "missed", 16.5, 20.1),
        exactly("2024-25", "missed", 16.0, 23.9),
        without("2025-26", "not-published", 15.0),
      ],
      openFlags: [
        { rule: "deficit-above-profile", year: "2024-25", checked: true },
        { rule: "in-year-balance-missed", year: "2024-25", checked: true },
      ],
      clearedFlags: [],
      neverFlags: ["term-ended-without-balance", "clearance-missed", "sources-disagree"],
    },
    {
      dfeCode: "X04",
      name: "Mockham",
      status: "missed",
      verdicts: againstEach([
        baseline({
          ...exactly("2022-23", "cannot-compare", 35.0, 35.1),
          high: 65.1,
          reason: "receipts-incomplete",
        }),
        { ...exactly("2023-24", "cannot-compare", 42.0, 40.0), high: 70.0, reason: "receipts-incomplete" },
        { ...exactly("2024-25", "missed-at-least", 46.0, 61.0), high: 91.0 },
        without("2025-26", "not-published", 48.0),
      ]),
      openFlags: [
        { rule: "deficit-above-profile", year: "2024-25", checked: false },
        { rule: "payment-withheld" },
        { rule: "under-review" },
        { rule: "says-off-track" },
      ],
      clearedFlags: [],
      neverFlags: ["in-year-balance-missed", "target-moved"],
    },
    {
      dfeCode: "X05",
      name: "Oldshire",
      status: "at-risk",
      verdicts: [
        baseline(exactly("2020-21", "met", 15.0, 15.0, "original")),
        exactly("2021-22", "missed", 18.0, 18.4, "original"),
        exactly("2022-23", "missed", 20.0, 22.6, "original"),
        exactly("2023-24", "missed", 20.4, 27.8, "original"),
        exactly("2024-25", "missed", 20.0, 28.3, "original"),
        exactly("2023-24", "missed", 27.0, 27.8, "current"),
        exactly("2024-25", "met", 28.5, 28.3, "current"),
        without("2025-26", "not-published", 28.4, "current"),
      ],
      openFlags: [{ rule: "in-year-balance-at-risk" }, { rule: "fall-is-grant", year: "2024-25" }],
      clearedFlags: [{ rule: "target-moved" }, { rule: "payment-withheld" }],
      neverFlags: ["in-year-balance-missed", "term-ended-without-balance", "under-review"],
    },
    {
      dfeCode: "X06",
      name: "Draftshire",
      status: "at-risk",
      // The current version's profile isn't held: there is nothing to judge against.
      verdicts: [
        baseline(exactly("2021-22", "met", 22.0, 22.0, "original")),
        exactly("2022-23", "within-tolerance", 26.0, 26.2, "original"),
        exactly("2023-24", "missed", 29.0, 31.0, "original"),
        exactly("2024-25", "missed", 30.5, 35.5, "original"),
        without("2025-26", "not-published", 30.0, "original"),
      ],
      // Of the agreement as it stands no terms are held.
      openFlags: [{ rule: "target-moved" }, { rule: "evidence-stale" }],
      clearedFlags: [],
      neverFlags: MISSES,
    },
    {
      dfeCode: "X07",
      name: "Specimen-on-Sea",
      status: "at-risk",
      verdicts: [
        baseline(exactly("2023-24", "met", 16.0, 16.0)),
        exactly("2024-25", "above-plan", 20.0, 23.0),
        without("2025-26", "not-published", 21.0),
      ],
      openFlags: [
        { rule: "above-own-plan", year: "2024-25" },
        { rule: "deficit-heading-above-profile", year: "2025-26" },
      ],
      clearedFlags: [],
      neverFlags: MISSES,
    },
    {
      dfeCode: "X08",
      name: "Pretendford",
      status: "unknown",
      verdicts: [
        baseline(exactly("2021-22", "met", 27.4, 27.4)),
        exactly("2022-23", "met", 27.2, 27.0),
        exactly("2023-24", "met", 26.6, 26.6),
        { ...exactly("2024-25", "cannot-compare", 25.0, 26.5), reason: "local-contributions-unknown" },
        without("2025-26", "not-published", 24.6),
      ],
      openFlags: [{ rule: "not-judged", year: "2024-25" }],
      clearedFlags: [],
      neverFlags: [...MISSES, "in-year-balance-at-risk", "sources-disagree"],
    },
    {
      dfeCode: "X09",
      name: "Placeholder",
      status: "unknown",
      verdicts: [
        baseline(exactly("2022-23", "met", 28.0, 28.0)),
        exactly("2023-24", "met", 27.8, 27.6),
        { ...exactly("2024-25", "cannot-compare", 27.0, 28.5), reason: "sources-disagree" },
        without("2025-26", "not-published", 25.5),
      ],
      openFlags: [
        { rule: "sources-disagree", year: "2024-25" },
        { rule: "not-judged", year: "2024-25" },
      ],
      clearedFlags: [],
      neverFlags: [...MISSES, "in-year-balance-at-risk"],
    },
    {
      dfeCode: "X10",
      name: "Fictonshire",
      status: "missed",
      verdicts: [
        baseline(exactly("2020-21", "met", 9.0, 9.0)),
        exactly("2021-22", "within-tolerance", 11.0, 11.2),
        exactly("2022-23", "missed", 12.2, 13.4),
        exactly("2023-24", "missed", 12.1, 15.6),
        exactly("2024-25", "missed", 12.0, 17.0),
      ],
      openFlags: [
        { rule: "deficit-above-profile", year: "2024-25", checked: false },
        { rule: "in-year-balance-missed" },
        { rule: "term-ended-without-balance" },
        { rule: "clearance-missed" },
        { rule: "fall-is-grant", year: "2024-25" },
        { rule: "residual-after-grant" },
        { rule: "reform-plan" },
      ],
      clearedFlags: [],
      neverFlags: ["payment-withheld", "target-moved"],
    },
    {
      dfeCode: "X11",
      name: "Madeupham",
      status: "no-agreement",
      verdicts: [],
      openFlags: [],
      clearedFlags: [],
      neverFlags: [...MISSES, "not-judged", "in-year-balance-at-risk"],
    },
    {
      dfeCode: "X12",
      name: "Blankshire",
      status: "unknown",
      verdicts: [
        baseline(without("2023-24", "not-held", 14.0)),
        without("2024-25", "not-held", 15.0),
        without("2025-26", "not-published", 15.8),
      ],
      openFlags: [{ rule: "evidence-stale" }],
      clearedFlags: [],
      neverFlags: [...MISSES, "in-year-balance-at-risk"],
    },
  ],
};
