import { monthsAfter } from "../calendar-date";
import { financialYearOf, lastDay } from "../financial-year";
import { isActual } from "../verdicts/held-figures";
import type { DraftFlag, JudgedCouncil } from "./flag";
import { currentVerdicts } from "./promises";

export const STATUSES = ["no-agreement", "missed", "at-risk", "on-track", "unknown"] as const;
export type CouncilStatus = (typeof STATUSES)[number];

/**
 * How a council stands. Red and amber follow from open flags; green has to be earned from the agreement itself
 * and a recent outturn, with nothing unknown; all else is unknown.
 *
 * @param openFlags what the rules found and nobody has withdrawn
 */
export function statusOf(
  judged: JudgedCouncil,
  openFlags: readonly Pick<DraftFlag, "severity">[],
): CouncilStatus {
  if (!judged.dossier.signed) return "no-agreement";
  const isOpen = (severity: DraftFlag["severity"]) => openFlags.some((flag) => flag.severity === severity);
  if (isOpen("missed")) return "missed";
  if (isOpen("at-risk")) return "at-risk";
  return !isOpen("unknown") && isKept(judged) ? "on-track" : "unknown";
}

/** The latest year end with any outturn, and no earlier one, is recent and within what the agreement itself plans. */
function isKept(judged: JudgedCouncil): boolean {
  const { dossier, today, thresholds } = judged;
  const latest = dossier.balances
    .filter((balance) => isActual(balance) && balance.asAt === lastDay(financialYearOf(balance.asAt)))
    .map(({ asAt }) => asAt)
    .toSorted()
    .at(-1);
  if (latest === undefined || monthsAfter(latest, thresholds.onTrackWithinMonths) < today) return false;
  return currentVerdicts(judged).some(
    ({ financialYear, verdict, planSource }) =>
      lastDay(financialYear) === latest &&
      (verdict === "met" || verdict === "within-tolerance") &&
      planSource === "agreement",
  );
}
