import type { CalendarDate } from "@/domain/calendar-date";
import type { DraftFlag, JudgedCouncil } from "@/domain/flags/flag";
import { judgedCouncil } from "@/domain/flags/judged-council";
import { findFlags } from "@/domain/flags/rules";
import { type TrendFound, trendOf } from "@/domain/trend/trend-of";
import type { CouncilDossier } from "@/domain/verdicts/held-figures";
import { type ToleranceTried, toleranceSensitivity } from "@/domain/verdicts/sensitivity";
import type { Thresholds } from "@/domain/verdicts/thresholds";

/** One council judged: its verdicts and trend, and what the rules find. */
export interface CouncilAssessment {
  readonly judged: JudgedCouncil;
  readonly flags: readonly DraftFlag[];
  readonly trend: TrendFound;
  /** What other tolerances would make of its verdicts. */
  readonly sensitivity: readonly ToleranceTried[];
}

/** Judges one council by what is held of it. */
export function assessCouncil(
  dossier: CouncilDossier,
  by: { readonly thresholds: Thresholds; readonly today: CalendarDate },
): CouncilAssessment {
  const trend = trendOf(dossier);
  const judged = judgedCouncil(dossier, { ...by, trend: trend.kind === "trend" ? trend.trend : null });
  return {
    judged,
    flags: dossier.signed ? findFlags(judged) : [],
    trend,
    sensitivity: toleranceSensitivity(dossier, by),
  };
}
