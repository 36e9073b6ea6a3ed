import type { FinancialYear } from "../financial-year";
import type { Money } from "../money";
import type { Locator } from "../provenance";

/**
 * What can change at the publishers, by meaning, and in what is shown for their figures. The words before the
 * last one say what it's about, the last one what happened; `-changed` covers appearing and going too: `before`
 * or `after` is then null. The last two are a person's doing, with the publisher's document as it was.
 */
export const CHANGE_KINDS = [
  "attachment-added",
  "attachment-removed",
  "attachment-replaced",
  "attachment-renamed",
  "page-text-changed",
  "page-note-added",
  "page-withdrawn",
  "review-status-changed",
  "balance-year-changed",
  "clearance-year-changed",
  "years-covered-changed",
  "total-changed",
  "profile-point-changed",
  "payment-changed",
  "local-contribution-changed",
  "condition-changed",
  "monitoring-changed",
  "review-terms-changed",
  "allocation-published",
  "allocation-restated",
  "outturn-published",
  "outturn-restated",
  "in-year-balance-published",
  "in-year-balance-restated",
  "ehc-plans-published",
  "ehc-plans-restated",
  "figure-corrected",
  "correction-withdrawn",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * Differences that are no news of a publisher (admins see them, nobody is alerted): our copy replaced by
 * the publisher's own edition, the same bytes read otherwise by a newer reader, a past year filled in.
 */
export const NOT_NEWS = ["archive-superseded", "reading-changed", "backfill"] as const;
export type NotNews = (typeof NOT_NEWS)[number];

export type ChangeValue =
  /** A deficit or payment as its figure is signed. */
  | { readonly kind: "money"; readonly pence: Money }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "year"; readonly year: FinancialYear }
  | { readonly kind: "years"; readonly from: FinancialYear | null; readonly to: FinancialYear | null }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "truth"; readonly holds: boolean }
  /** Published as missing, or as not known yet. */
  | { readonly kind: "missing"; readonly reason: string };

/** Where one side of a change is printed. */
export interface ChangePlace {
  readonly snapshotSha256: string;
  readonly url: string;
  readonly locator: Locator;
}

/** One change from one document to the next, before it has a row. */
export interface DraftChange {
  readonly kind: ChangeKind;
  /** DfE code; null for what concerns a page or an edition as a whole. */
  readonly dfeCode: string | null;
  readonly financialYear: FinancialYear | null;
  readonly agreementVersion: string | null;
  /** What within its kind: an attachment's title, a condition's number, a payment's status. */
  readonly subject: string | null;
  readonly before: ChangeValue | null;
  readonly after: ChangeValue | null;
  readonly beforeAt: ChangePlace | null;
  readonly afterAt: ChangePlace | null;
  readonly notNews: NotNews | null;
}

/** After less before in pence; null unless both are money. */
export function sizeOf({ before, after }: Pick<DraftChange, "before" | "after">): number | null {
  return before?.kind === "money" && after?.kind === "money" ? after.pence - before.pence : null;
}
