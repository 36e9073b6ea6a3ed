import type { FinancialYear } from "../financial-year";
import type { Money } from "../money";
import type { ChangePlace } from "./change";

/** A value and where it is printed. */
export interface Placed<T> {
  readonly value: T;
  readonly at: ChangePlace;
}

/** All that is compared of one version of an agreement; a null is a term that the document doesn't state. */
export interface AgreementVersion {
  readonly dfeCode: string;
  readonly version: string;
  readonly balanceBy: Placed<FinancialYear | null>;
  readonly clearedBy: Placed<FinancialYear | null>;
  readonly years: Placed<{ readonly from: FinancialYear | null; readonly to: FinancialYear | null }>;
  readonly total: Placed<Money | null>;
  readonly suspended: Placed<boolean>;
  readonly monitoring: Placed<string | null>;
  readonly review: Placed<string | null>;
  readonly profile: readonly ProfileTerm[];
  readonly payments: readonly PaymentTerm[];
  readonly localContributions: readonly LocalContributionTerm[];
  readonly conditions: readonly ConditionTerm[];
}

export interface ProfileTerm {
  readonly financialYear: FinancialYear;
  readonly deficit: Money;
  /** What the figure is a figure of, such as `gross, dsg, excluded`: basis, scope, local contributions. */
  readonly footing: string;
  readonly at: ChangePlace;
}

export interface PaymentTerm {
  readonly financialYear: FinancialYear | null;
  readonly covers: string;
  readonly status: string;
  /** Null: promised or done, but not how much. */
  readonly amount: Money | null;
  readonly at: ChangePlace;
}

export interface LocalContributionTerm {
  readonly financialYear: FinancialYear | null;
  readonly status: string;
  readonly amount: Money;
  readonly at: ChangePlace;
}

export interface ConditionTerm {
  /** From 1, in the order of the document. */
  readonly position: number;
  readonly text: string;
  readonly at: ChangePlace;
}
