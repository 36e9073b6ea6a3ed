import type { Basis, PlanSource, Scope } from "../dsg/balance";
import type { FinancialYear } from "../financial-year";
import type { Money } from "../money";
import type { FigureRef, HeldBalance, HeldPlan } from "./held-figures";

/** Raised with every change of what the rule makes of the same figures. */
export const VERDICT_RULE_VERSION = "1";

export const VERDICT_WORDS = [
  "met",
  "within-tolerance",
  "missed",
  "missed-at-least",
  "above-plan",
  "cannot-compare",
  "not-published",
  "not-held",
] as const;
export type VerdictWord = (typeof VERDICT_WORDS)[number];

/** Why nothing can be said: each names the missing item. */
export const REASONS = [
  "promise-basis-unknown",
  "promise-computed",
  "promise-doubtful",
  "promise-year-disputed",
  "actual-basis-unknown",
  "actual-scope-unknown",
  "actual-date-inferred",
  "actual-doubtful",
  "scopes-differ",
  "bases-differ",
  "stability-grant-included",
  "local-contributions-differ",
  "local-contributions-unknown",
  "receipts-incomplete",
  "sources-disagree",
  "outturn-not-published",
  "outturn-not-held",
] as const;
export type Reason = (typeof REASONS)[number];

/** What can be said of one year of one version of an agreement. Amounts are deficits: positive is a deficit. */
export interface Verdict {
  readonly financialYear: FinancialYear;
  readonly agreementVersion: string;
  /** The first version of the agreement, the one that stands, or both where there is but one. */
  readonly against: "original" | "current" | "both";
  readonly basis: Basis;
  readonly scope: Scope;
  /** The signing year: judged, but it raises no flag and counts nowhere. */
  readonly baseline: boolean;
  readonly promised: Money;
  readonly actualLow: Money | null;
  readonly actualHigh: Money | null;
  /** Positive is above the promise; null where nothing could be compared. */
  readonly gap: Money | null;
  readonly tolerance: Money;
  readonly planSource: PlanSource;
  readonly verdict: VerdictWord;
  readonly reason: Reason | null;
  readonly actual: HeldBalance | null;
  /** Over all sources that can be compared. */
  readonly range: { readonly low: Money; readonly high: Money | null } | null;
  readonly refs: readonly FigureRef[];
}

interface PromiseTrouble {
  readonly reason: Reason;
  holds(plan: HeldPlan, all: readonly HeldPlan[]): boolean;
}

/** Promises that decide nothing, in the order in which that is said. */
export const NOT_KNOWN_OF_PROMISE: readonly PromiseTrouble[] = [
  { reason: "promise-computed", holds: ({ planSource }) => planSource === "computed" },
  { reason: "promise-doubtful", holds: ({ confidence }) => confidence === "low" },
  { reason: "promise-year-disputed", holds: isYearDisputed },
  {
    reason: "promise-basis-unknown",
    holds: ({ basis, scope }) => basis === "unknown" || scope === "unknown",
  },
];

/**
 * Another source gives the very same planned amount for another year: one of the two has the year wrong.
 * Not where either also gives it for the other's year, as a level profile does; a zero is natural in many years.
 */
function isYearDisputed(plan: HeldPlan, all: readonly HeldPlan[]): boolean {
  const sameAmount = all.filter(
    ({ agreementVersion, deficit }) =>
      agreementVersion === plan.agreementVersion && deficit === plan.deficit && deficit !== 0,
  );
  const gives = (family: string, year: FinancialYear) =>
    sameAmount.some((other) => other.family === family && other.financialYear === year);
  return sameAmount.some(
    (other) =>
      other.family !== plan.family &&
      other.financialYear !== plan.financialYear &&
      (other.basis === plan.basis || other.basis === "unknown" || plan.basis === "unknown") &&
      !gives(other.family, plan.financialYear) &&
      !gives(plan.family, other.financialYear),
  );
}
