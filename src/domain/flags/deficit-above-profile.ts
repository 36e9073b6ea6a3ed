import { isMiss } from "../verdicts/judge-year";
import { draftFlag, FIRST_VERSION } from "./draft-flag";
import type { FlagRule } from "./flag";
import { comparisonEvidence, comparisonWords, isChecked, latestDecided } from "./promises";

/**
 * The latest year that can be held against the agreement itself: a figure from the press, a plan or an aim
 * neither makes a miss nor takes one away.
 */
export const deficitAboveProfile: FlagRule = {
  name: "deficit-above-profile",
  version: "1",
  severity: "missed",
  title: "Deficit above the agreed profile",
  meaning:
    "The agreement plans a deficit for each year end. The published deficit for the latest year that can be compared was larger, by more than could be rounding.",
  formula:
    "The published deficit, on the agreement’s own basis, is above the planned one plus the tolerance: the rounding of both figures, plus the larger of £250,000 and 1% of the larger of the planned deficit and DfE’s total. Where DfE’s payments are not all known, even the smallest deficit that is possible must be above.",
  thresholds: ["toleranceFloor", "toleranceBasisPoints", "judgedThrough"],
  never:
    "Never from a forecast, a plan, an aim or a press report, never for the year in which the agreement was signed, and never where one independent source says otherwise.",
  weaknesses: [
    "It speaks of the latest year that can be compared, which may not be the latest year published.",
    "Payments near a year end may be counted in another year than the council counted them.",
  ],
  changes: FIRST_VERSION,
  find(judged) {
    const verdict = latestDecided(judged, ({ planSource }) => planSource === "agreement");
    if (!verdict || !isMiss(verdict.verdict)) return [];
    return [
      draftFlag(deficitAboveProfile, {
        financialYear: verdict.financialYear,
        subject: "",
        checked: isChecked(judged, verdict),
        size: verdict.gap,
        summary: comparisonWords(verdict),
        evidence: comparisonEvidence(verdict, judged),
      }),
    ];
  },
};
