import type { MissingReason } from "@/domain/published-value";

const REASON = {
  "not-available": "not available",
  "not-applicable": "does not apply",
  confidential: "withheld as confidential",
  low: "too low to be shown",
  "not-published-yet": "not published yet",
  "not-obtainable": "could not be obtained",
  "not-held": "we do not hold it",
} as const satisfies Record<MissingReason, string>;

/** Why a figure isn't there; each reason has its own words, and a blank is never a zero. */
export function missingWords(reason: MissingReason): string {
  return REASON[reason];
}
