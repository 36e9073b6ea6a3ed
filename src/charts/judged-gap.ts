import type { Verdict } from "@/shapes/judgement-shapes";
import { formatShortGbp } from "@/wording/money";
import { latestDecided } from "@/wording/standing";
import { yearEndOf } from "./balance-series";

/** The distance between what was planned and what came of it, in the latest year that is decided. */
export interface JudgedGap {
  readonly asAt: string;
  readonly planned: number;
  readonly actual: number;
  readonly text: string;
  /** Red only for a checked miss of the agreement itself; nothing is praised or blamed within the tolerance. */
  readonly tone: "missed" | "above" | "kept" | "plain";
}

/**
 * Of the version that stands; where only the first one could be judged, of that, and the words say so.
 *
 * @returns null while no year is decided, or published and planned are the same
 */
export function judgedGap(verdicts: readonly Verdict[]): JudgedGap | null {
  const standing = latestDecided(verdicts);
  const first = verdicts.findLast(({ baseline, gapGbp }) => !baseline && gapGbp !== null);
  const verdict = standing ?? first;
  if (verdict === undefined) return null;
  const { promisedGbp, actualLowGbp, actualHighGbp, gapGbp, financialYear, checked } = verdict;
  const actual = gapGbp !== null && gapGbp > 0 ? actualLowGbp : actualHighGbp;
  if (promisedGbp === null || gapGbp === null || gapGbp === 0 || actual === null) return null;
  const least = gapGbp > 0 && actualLowGbp !== actualHighGbp ? "at least " : "";
  const plan = verdict.against === "original" ? "first plan" : "plan";
  const missed = verdict.verdict === "missed" || verdict.verdict === "missed-at-least";
  return {
    asAt: yearEndOf(financialYear),
    planned: promisedGbp,
    actual,
    text: `${least}${formatShortGbp(Math.abs(gapGbp))} ${gapGbp > 0 ? "above" : "below"} ${plan}`,
    tone:
      gapGbp < 0
        ? "kept"
        : verdict.verdict === "within-tolerance"
          ? "plain"
          : missed && checked
            ? "missed"
            : "above",
  };
}
