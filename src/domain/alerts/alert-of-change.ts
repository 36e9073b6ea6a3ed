import type { ChangeKind, NotNews } from "../changes/change";
import type { AlertKind } from "./alert";

interface RecordedChange {
  readonly kind: ChangeKind;
  readonly subject: string | null;
  readonly notNews: NotNews | null;
}

const ALERT_OF: Readonly<Record<ChangeKind, AlertKind | null>> = {
  "attachment-added": "agreement-changed",
  "attachment-removed": "agreement-changed",
  "attachment-replaced": "agreement-changed",
  "attachment-renamed": "agreement-changed",
  "page-text-changed": "agreement-changed",
  "page-note-added": "agreement-changed",
  "page-withdrawn": "agreement-changed",
  "review-status-changed": "agreement-changed",
  "balance-year-changed": "agreement-changed",
  "clearance-year-changed": "agreement-changed",
  "years-covered-changed": "agreement-changed",
  "total-changed": "agreement-changed",
  "profile-point-changed": "agreement-changed",
  "payment-changed": "agreement-changed",
  "local-contribution-changed": "agreement-changed",
  "condition-changed": "agreement-changed",
  "monitoring-changed": "agreement-changed",
  "review-terms-changed": "agreement-changed",
  "outturn-published": "outturn-published",
  "in-year-balance-published": "outturn-published",
  "outturn-restated": "figure-corrected",
  "in-year-balance-restated": "figure-corrected",
  "figure-corrected": "figure-corrected",
  "correction-withdrawn": "figure-corrected",
  // Allocations come in several versions a year and plans are counted anew each January: routine, and on /changes.
  "allocation-published": null,
  "allocation-restated": null,
  "ehc-plans-published": null,
  "ehc-plans-restated": null,
};

const MONEY_THAT_MOVED = /(?:^|\W)(?:paid|withheld|released|suspended)(?:\W|$)/;

/**
 * What people hear when something changes at a publisher, or null for nothing. What is no news of a publisher (our
 * copy replaced, a better reading of the same bytes, a past year filled in) is never an alert.
 */
export function alertOfChange({ kind, subject, notNews }: RecordedChange): AlertKind | null {
  if (notNews !== null) return null;
  if (kind === "payment-changed" && MONEY_THAT_MOVED.test(subject ?? "")) return "payment-news";
  return ALERT_OF[kind];
}
