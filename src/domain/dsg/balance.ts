import { type Money, negate } from "../money";

/**
 * Whether DfE money (safety valve, stability grant) has already been counted:
 * `net` after it, `gross` before it. Unlike bases are never compared or joined in one line.
 */
export const BASES = ["net", "gross", "unknown"] as const;
export type Basis = (typeof BASES)[number];

/** The whole dedicated schools grant, or its high needs part only. Unlike scopes never meet. */
export const SCOPES = ["dsg", "high-needs", "unknown"] as const;
export type Scope = (typeof SCOPES)[number];

/** `derived` is computed from published figures and counts as an outturn with its stated error. */
export const KINDS = ["outturn", "provisional", "forecast", "derived"] as const;
export type Kind = (typeof KINDS)[number];

export const KNOWN = ["yes", "no", "unknown"] as const;
export type Known = (typeof KNOWN)[number];

/** What a balance is after: which money has already been counted in it. */
export interface After {
  readonly safetyValve: Known;
  readonly stabilityGrant: Known;
  readonly localContribution: Known;
}

export const LOCAL_CONTRIBUTIONS = ["included", "excluded", "unknown"] as const;
export type LocalContributions = (typeof LOCAL_CONTRIBUTIONS)[number];

/** Where a planned figure comes from; only `agreement` can make a miss. */
export const PLAN_SOURCES = ["agreement", "press", "plan", "aim", "computed"] as const;
export type PlanSource = (typeof PLAN_SOURCES)[number];

/** A deficit is a positive size (negative for a surplus); a balance is the other way round. */
export function deficitFromBalance(balance: Money): Money {
  return negate(balance);
}

export function balanceFromDeficit(deficit: Money): Money {
  return negate(deficit);
}
