import { draftFlag, FIRST_VERSION } from "./draft-flag";
import type { FlagRule } from "./flag";
import { comparisonEvidence, comparisonWords, isChecked, latestDecided } from "./promises";

export const aboveOwnPlan: FlagRule = {
  name: "above-own-plan",
  version: "1",
  severity: "at-risk",
  title: "Deficit above a plan, an aim or a press figure",
  meaning:
    "The agreement’s own figure for the year is not held. The published deficit is above what the council planned or aimed for, or what the press took the agreement to say.",
  formula:
    "As for the agreed profile, with a planned deficit from the council’s plan, its stated aim, or a press report of the agreement, in the latest year that can be compared.",
  thresholds: ["toleranceFloor", "toleranceBasisPoints", "judgedThrough"],
  never: "Never called a missed agreement.",
  weaknesses: ["A council’s plan may be stricter or looser than its agreement."],
  changes: FIRST_VERSION,
  find(judged) {
    const verdict = latestDecided(judged);
    if (verdict?.verdict !== "above-plan") return [];
    return [
      draftFlag(aboveOwnPlan, {
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
