import type { CalendarDate } from "../calendar-date";
import type { CouncilDossier } from "./held-figures";
import { judgeCouncil } from "./judge-council";
import { isMiss } from "./judge-year";
import type { Thresholds } from "./thresholds";
import type { Verdict } from "./verdict";

/** The shares tried, in hundredths of a per cent: 0.5%, 2% and 5%. */
export const TRIED_BASIS_POINTS = [50, 200, 500] as const;

/** What one council's verdicts would be with another tolerance. */
export interface ToleranceTried {
  readonly basisPoints: number;
  /** Verdicts that would be another word. */
  readonly changed: number;
  /** Verdicts that would be a miss. */
  readonly missed: number;
}

/**
 * The verdicts of a council judged again with other shares in the tolerance, the floor as it is. Of the version that
 * stands, without the signing year: those that can bear a flag.
 */
export function toleranceSensitivity(
  dossier: CouncilDossier,
  { thresholds, today }: { readonly thresholds: Thresholds; readonly today: CalendarDate },
): readonly ToleranceTried[] {
  const judged = (toleranceBasisPoints: number) =>
    judgeCouncil(dossier, { today, thresholds: { ...thresholds, toleranceBasisPoints } }).filter(counts);
  const asItIs = judged(thresholds.toleranceBasisPoints);
  return TRIED_BASIS_POINTS.map((basisPoints) => {
    const tried = judged(basisPoints);
    return {
      basisPoints,
      changed: tried.filter(({ verdict }, index) => verdict !== asItIs[index]?.verdict).length,
      missed: tried.filter(({ verdict }) => isMiss(verdict)).length,
    };
  });
}

function counts({ against, baseline }: Verdict): boolean {
  return against !== "original" && !baseline;
}
