import { monthsAfter } from "../calendar-date";
import { financialYearOf, lastDay } from "../financial-year";
import { isActual } from "../verdicts/held-figures";
import type { DraftFlag, JudgedCouncil } from "./flag";
import { currentVerdicts } from "./promises";

export const STATUSES = ["no-agreement", "missed", "at-risk", "on-track", "unknown"] as const;
export type CouncilStatus = (typeof STATUSES)[number];

/** What the figures alone say of a council, before any flag. */
export interface Footing {
  readonly signed: boolean;
  /** The latest year end with an outturn is recent and within what the agreement itself plans. */
  readonly kept: boolean;
}

export function footingOf(judged: JudgedCouncil): Footing {
  return { signed: judged.dossier.signed, kept: judged.dossier.signed && isKept(judged) };
}

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
  return statusFrom(footingOf(judged), openFlags);
}

/** The same of a council judged before, for when only the flags have changed since. */
export function statusFrom(
  { signed, kept }: Footing,
  openFlags: readonly Pick<DraftFlag, "severity">[],
): CouncilStatus {
  if (!signed) return "no-agreement";
  const isOpen = (severity: DraftFlag["severity"]) => openFlags.some((flag) => flag.severity === severity);
  if (isOpen("missed")) return "missed";
  if (isOpen("at-risk")) return "at-risk";
  return !isOpen("unknown") && kept ? "on-track" : "unknown";
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
