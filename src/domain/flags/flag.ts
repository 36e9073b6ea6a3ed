import type { CalendarDate, PartialDate } from "../calendar-date";
import type { FinancialYear } from "../financial-year";
import type { Money } from "../money";
import type { CouncilDossier, FigureRef } from "../verdicts/held-figures";
import type { InYearBalance } from "../verdicts/in-year-balance";
import type { Thresholds } from "../verdicts/thresholds";
import type { Verdict } from "../verdicts/verdict";

export const RULES = [
  "deficit-above-profile",
  "above-own-plan",
  "deficit-heading-above-profile",
  "in-year-balance-missed",
  "in-year-balance-at-risk",
  "term-ended-without-balance",
  "clearance-missed",
  "says-off-track",
  "payment-withheld",
  "under-review",
  "target-moved",
  "payments-rephased",
  "not-judged",
  "sources-disagree",
  "evidence-stale",
  "fall-is-grant",
  "residual-after-grant",
  "reform-plan",
] as const;
export type RuleName = (typeof RULES)[number];

export const SEVERITIES = ["missed", "at-risk", "unknown", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A figure or statement that a flag rests on, with its place in the store. */
export interface FlagEvidence {
  /** What it is, for a reader: "planned deficit at 31 March 2025". */
  readonly label: string;
  readonly value: Money | null;
  /** When it was said or published; null for a figure of a year end, or where nobody says. */
  readonly date: PartialDate | null;
  readonly ref: FigureRef | null;
}

/** A rule's finding about one council and, mostly, one year. */
export interface DraftFlag {
  readonly rule: RuleName;
  readonly ruleVersion: string;
  readonly severity: Severity;
  readonly financialYear: FinancialYear | null;
  /**
   * With the council and the rule it is what makes a flag the same from one assessment to the next: the
   * year or date for rules that find several side by side, "" for those that find one, of whichever year.
   */
  readonly subject: string;
  /** False while it rests on terms that a machine has read and nobody has confirmed. */
  readonly checked: boolean;
  /** How bad it is, in the rule's own measure (pence, years): more is worse. Null where there are no degrees. */
  readonly size: number | null;
  /** One or two plain sentences with the figures: what was promised or said, and what happened. */
  readonly summary: string;
  readonly evidence: readonly FlagEvidence[];
}

/** What a rule looks at: one council, judged. */
export interface JudgedCouncil {
  readonly dossier: CouncilDossier;
  readonly verdicts: readonly Verdict[];
  /** By year, as had from what is held; several where sources or ways differ. */
  readonly inYearBalances: readonly InYearBalance[];
  readonly trend: Trend | null;
  readonly thresholds: Thresholds;
  readonly today: CalendarDate;
}

/** Where a council's year ends lead if they go on as they did (domain/trend). */
export interface Trend {
  readonly basis: "gross" | "net";
  readonly years: readonly FinancialYear[];
  /** Pence a year by which the deficit grows (positive) or falls: the median, and the 10th and 90th percentiles of all pairs of years. */
  readonly slope: Money;
  readonly slopeLow: Money;
  readonly slopeHigh: Money;
  /** The year by whose end the deficit would be gone; null: not on this trend. */
  readonly clearsBy: FinancialYear | null;
  readonly clearsByEarliest: FinancialYear | null;
  readonly clearsByLatest: FinancialYear | null;
  /** Pence a year by which the deficit would have to fall to be gone by the promised year; null where none is promised. */
  readonly neededPerYear: Money | null;
  readonly refs: readonly FigureRef[];
}

/** One rule: what it means for people, and how it finds. */
export interface FlagRule {
  readonly name: RuleName;
  /** Raised with every change of what the rule finds in the same figures; the change log says what it was. */
  readonly version: string;
  readonly severity: Severity;
  /** For the methodology page, in plain words. */
  readonly title: string;
  readonly meaning: string;
  readonly formula: string;
  readonly thresholds: readonly (keyof Thresholds)[];
  /** What it never does. */
  readonly never: string;
  readonly weaknesses: readonly string[];
  readonly changes: readonly { readonly version: string; readonly date: string; readonly what: string }[];
  find(judged: JudgedCouncil): readonly DraftFlag[];
}
