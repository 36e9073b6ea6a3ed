import type { RuleName } from "../flags/flag";
import type { AlertKind } from "./alert";

/**
 * What a flag's news is about. Rules that look at one thing from several sides share a matter: a forecast that is
 * no longer ahead because the outturn came in worse is no good news.
 */
export const MATTERS = ["promise", "target", "payments", "review", "grant"] as const;
export type Matter = (typeof MATTERS)[number];

export interface FlagNews {
  readonly kind: AlertKind;
  readonly matter: Matter;
  /** Neither good nor bad in itself, whether it comes or goes. */
  readonly neutral?: true;
}

/**
 * What people hear when a rule finds something, or no longer finds it. Null: nothing; that a promise can't be judged,
 * that sources disagree or evidence is old, and how a fall is to be read, stand on the council's page.
 */
export const NEWS_OF_RULE: Readonly<Record<RuleName, FlagNews | null>> = {
  "deficit-above-profile": { kind: "promise-missed", matter: "promise" },
  "in-year-balance-missed": { kind: "promise-missed", matter: "promise" },
  "term-ended-without-balance": { kind: "promise-missed", matter: "promise" },
  "above-own-plan": { kind: "at-risk", matter: "promise" },
  "deficit-heading-above-profile": { kind: "at-risk", matter: "promise" },
  "in-year-balance-at-risk": { kind: "at-risk", matter: "promise" },
  "clearance-missed": { kind: "at-risk", matter: "promise" },
  "says-off-track": { kind: "at-risk", matter: "promise" },
  "under-review": { kind: "at-risk", matter: "review" },
  "target-moved": { kind: "target-moved", matter: "target" },
  "payment-withheld": { kind: "payment-news", matter: "payments" },
  "payments-rephased": { kind: "payment-news", matter: "payments", neutral: true },
  "residual-after-grant": { kind: "grant-news", matter: "grant", neutral: true },
  "reform-plan": { kind: "grant-news", matter: "grant", neutral: true },
  "not-judged": null,
  "sources-disagree": null,
  "evidence-stale": null,
  "fall-is-grant": null,
};

/** Most important first: what a message opens with, and what it's called by. */
export const BY_IMPORTANCE: readonly AlertKind[] = [
  "promise-missed",
  "at-risk",
  "target-moved",
  "payment-news",
  "grant-news",
  "agreement-changed",
  "outturn-published",
  "figure-corrected",
  "source-overdue",
];

export function byImportance(a: { readonly kind: AlertKind }, b: { readonly kind: AlertKind }): number {
  return BY_IMPORTANCE.indexOf(a.kind) - BY_IMPORTANCE.indexOf(b.kind);
}
