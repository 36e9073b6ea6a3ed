import type { CalendarDate } from "../calendar-date";
import { type FinancialYear, financialYearOf, yearsBetween } from "../financial-year";
import type { CouncilDossier } from "../verdicts/held-figures";
import { type InYearBalance, inYearBalances } from "../verdicts/in-year-balance";
import { judgeCouncil } from "../verdicts/judge-council";
import type { Thresholds } from "../verdicts/thresholds";
import type { JudgedCouncil, Trend } from "./flag";

/** One council with all that is made of what is held of it: what every rule looks at. */
export function judgedCouncil(
  dossier: CouncilDossier,
  by: { readonly thresholds: Thresholds; readonly today: CalendarDate; readonly trend: Trend | null },
): JudgedCouncil {
  const { thresholds, today, trend } = by;
  return {
    dossier,
    verdicts: judgeCouncil(dossier, { thresholds, today }),
    inYearBalances: allInYearBalances(dossier),
    trend,
    thresholds,
    today,
  };
}

function allInYearBalances(dossier: CouncilDossier): readonly InYearBalance[] {
  const years: FinancialYear[] = [
    ...dossier.inYearBalances.map(({ financialYear }) => financialYear),
    ...dossier.balances.map(({ asAt }) => financialYearOf(asAt)),
  ].toSorted();
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return [];
  return yearsBetween(first, last).flatMap((year) => inYearBalances(dossier, year));
}
