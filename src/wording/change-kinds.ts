import { CHANGE_KINDS, type ChangeKind } from "@/domain/changes/change";

const KIND = {
  "attachment-added": "Document added to the page",
  "attachment-removed": "Document removed from the page",
  "attachment-replaced": "Document replaced",
  "attachment-renamed": "Document renamed or moved",
  "page-text-changed": "Page text changed",
  "page-note-added": "Publisher’s note",
  "page-withdrawn": "Page withdrawn",
  "review-status-changed": "Under review or payments suspended",
  "balance-year-changed": "Balance year",
  "clearance-year-changed": "Clearance year",
  "years-covered-changed": "Years covered",
  "total-changed": "Total that DfE pays",
  "profile-point-changed": "Planned deficit",
  "payment-changed": "DfE payment",
  "local-contribution-changed": "Council’s own contribution",
  "condition-changed": "Condition",
  "monitoring-changed": "Monitoring",
  "review-terms-changed": "What can reopen the agreement",
  "allocation-published": "High needs block published",
  "allocation-restated": "High needs block restated",
  "outturn-published": "Deficit published",
  "outturn-restated": "Deficit restated",
  "in-year-balance-published": "In-year balance published",
  "in-year-balance-restated": "In-year balance restated",
  "ehc-plans-published": "EHC plans published",
  "ehc-plans-restated": "EHC plans restated",
  "figure-corrected": "Figure corrected",
  "correction-withdrawn": "Correction withdrawn",
} as const satisfies Record<ChangeKind, string>;

/** What a change is about, as an entry of a list. */
export function changeKindWords(kind: ChangeKind): string {
  return KIND[kind];
}

/** The kind that an address names, if it names one. */
export function readChangeKind(text: string | undefined): ChangeKind | null {
  return CHANGE_KINDS.find((kind) => kind === text) ?? null;
}
