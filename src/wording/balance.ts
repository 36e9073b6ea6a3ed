import type { Basis, Kind, LocalContributions, PlanSource, Scope } from "@/domain/dsg/balance";
import { formatDate } from "./dates";
import { formatExactGbp, formatGbp } from "./money";

const BASIS = {
  net: "after DfE money (net)",
  gross: "before DfE money (gross)",
  unknown: "basis not stated",
} as const satisfies Record<Basis, string>;

export function basisWords(basis: Basis): string {
  return BASIS[basis];
}

/** Beside every course or ranking of net deficits: grant money must never look like recovery. */
export const NET_FALL_CAUTION =
  "DfE’s payments lower a net deficit: a fall can be grant money rather than recovery.";

const SCOPE = {
  dsg: "whole dedicated schools grant",
  "high-needs": "high needs only",
  unknown: "scope not stated",
} as const satisfies Record<Scope, string>;

export function scopeWords(scope: Scope): string {
  return SCOPE[scope];
}

const KIND = {
  outturn: "outturn",
  provisional: "provisional",
  forecast: "forecast",
  derived: "worked out from published figures",
} as const satisfies Record<Kind, string>;

export function kindWords(kind: Kind): string {
  return KIND[kind];
}

const LOCAL = {
  included: "after the council’s own contributions",
  excluded: "before the council’s own contributions",
  unknown: "the council’s own contributions: not stated",
} as const satisfies Record<LocalContributions, string>;

export function localContributionWords(contributions: LocalContributions): string {
  return LOCAL[contributions];
}

/** Whether a published figure is after the council's own money; null where nobody says. */
export function ownMoneyWords(after: "yes" | "no" | "unknown"): string | null {
  if (after === "unknown") return null;
  return localContributionWords(after === "yes" ? "included" : "excluded");
}

const PLAN_SOURCE = {
  agreement: "from the agreement",
  press: "as the press read the agreement",
  plan: "from the council’s own plan",
  aim: "a stated aim",
  computed: "worked back from a stated difference",
} as const satisfies Record<PlanSource, string>;

export function planSourceWords(source: PlanSource): string {
  return PLAN_SOURCE[source];
}

/** A deficit is positive: "a deficit of £67.2 million", "a surplus of £1.3 million", "neither a deficit nor a surplus". */
export function deficitWords(deficitGbp: number, format: (gbp: number) => string = formatGbp): string {
  if (deficitGbp === 0) return "neither a deficit nor a surplus";
  return `${deficitGbp > 0 ? "a deficit of" : "a surplus of"} ${format(Math.abs(deficitGbp))}`;
}

/** The name of a figure: "deficit", "surplus", or "balance" at zero. */
export function deficitNoun(deficitGbp: number): string {
  if (deficitGbp === 0) return "balance";
  return deficitGbp > 0 ? "deficit" : "surplus";
}

/** In a column of deficits, digits under digits: "£67,167,405", "surplus £1,300,000". */
export function deficitCell(deficitGbp: number): string {
  return deficitGbp < 0 ? `surplus ${formatExactGbp(-deficitGbp)}` : formatExactGbp(deficitGbp);
}

/** How far a worked-out figure may be off: "± £72,000". */
export function errorWords(errorGbp: number): string {
  return `± ${formatExactGbp(errorGbp)}`;
}

/** What a figure is, in one line: "after DfE money (net), 31 March 2024". */
export function balanceLine({ basis, asAt }: { readonly basis: Basis; readonly asAt: string }): string {
  return `${basisWords(basis)}, ${formatDate(asAt)}`;
}
