import type { ReviewVerb } from "@/shapes/review-shapes";
import { approveReading } from "./approve-reading";
import { confirmReading } from "./confirm-reading";
import { rejectReading } from "./reject-reading";
import { undoDecision } from "./undo-decision";

/** What can be decided about a reading, by the word for it. */
export const REVIEW_VERB = {
  approve: approveReading,
  reject: rejectReading,
  confirm: confirmReading,
  undo: undoDecision,
} as const satisfies Record<ReviewVerb, unknown>;
