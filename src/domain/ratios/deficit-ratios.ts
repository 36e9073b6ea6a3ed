import type { Basis, Scope } from "../dsg/balance";
import { type FinancialYear, startYear } from "../financial-year";
import { type Money, pence } from "../money";
import { type MissingReason, missing, type PublishedValue } from "../published-value";

/** One council's figures for one year end. */
export interface YearFigures {
  readonly financialYear: FinancialYear;
  /** Positive is a deficit. */
  readonly deficit: PublishedValue<Money>;
  readonly basis: Basis;
  readonly scope: Scope;
  /** The year's own high needs block before deductions. The block after deductions is another footing and never stands in. */
  readonly blockBeforeDeductions: PublishedValue<Money>;
  /** The count of the January within the year. */
  readonly ehcPlans: PublishedValue<number>;
}

/** A ratio, or why there is none: the reason, and whose it is. */
export type Ratio<T extends number = number> =
  | { readonly kind: "value"; readonly value: T }
  | {
      readonly kind: "missing";
      readonly what: "deficit" | "block" | "ehc-plans";
      readonly reason: MissingReason;
    };

export interface DeficitRatios {
  readonly financialYear: FinancialYear;
  readonly basis: Basis;
  readonly scope: Scope;
  /** Per cent; negative for a surplus. */
  readonly percentOfBlock: Ratio;
  /** Pence for each plan, to the nearest penny. */
  readonly perEhcPlan: Ratio<Money>;
}

/** A deficit beside what it is measured against, all of one year. What is missing stays missing, with its reason. */
export function deficitRatios(figures: YearFigures): DeficitRatios {
  const { financialYear, basis, scope, deficit, blockBeforeDeductions, ehcPlans } = figures;
  const ofBlock = divided(deficit, blockBeforeDeductions, "block");
  const perPlan = divided(deficit, ehcPlans, "ehc-plans");
  return {
    financialYear,
    basis,
    scope,
    percentOfBlock: ofBlock.kind === "value" ? { kind: "value", value: ofBlock.value * 100 } : ofBlock,
    perEhcPlan:
      perPlan.kind === "value" ? { kind: "value", value: pence(Math.round(perPlan.value)) } : perPlan,
  };
}

/** The calendar year whose January count falls in a financial year: January 2025 in 2024-25. */
export function januaryWithin(year: FinancialYear): number {
  return startYear(year) + 1;
}

/** The January count of a financial year, out of all counts held. */
export function plansWithin(
  year: FinancialYear,
  counts: readonly { readonly year: number; readonly plans: PublishedValue<number> }[],
): PublishedValue<number> {
  return counts.find((count) => count.year === januaryWithin(year))?.plans ?? missing("not-held");
}

type Divisor = Extract<Ratio, { kind: "missing" }>["what"];

function divided(deficit: PublishedValue<Money>, by: PublishedValue<number>, what: Divisor): Ratio {
  if (deficit.kind === "missing") return { kind: "missing", what: "deficit", reason: deficit.reason };
  if (by.kind === "missing") return { kind: "missing", what, reason: by.reason };
  if (by.value <= 0) return { kind: "missing", what, reason: "not-applicable" };
  return { kind: "value", value: deficit.value / by.value };
}
