import { KNOWN, type Known } from "../dsg/balance";
import { compareYears, type FinancialYear, financialYearOf, lastDay } from "../financial-year";
import type { Money } from "../money";
import { type ActualOfYear, rankActuals, signingYear } from "../verdicts/choose-actual";
import { type CouncilDossier, type FigureRef, isActual } from "../verdicts/held-figures";

/** A deficit at a year end that can stand in a line with others. */
export interface YearEnd {
  readonly financialYear: FinancialYear;
  readonly deficit: Money;
  readonly refs: readonly FigureRef[];
}

/** Year ends on one basis, oldest first. */
export interface YearEnds {
  readonly basis: "gross" | "net";
  readonly points: readonly YearEnd[];
  /** How many year ends have a figure on that basis or one that receipts would bring to it. */
  readonly held: number;
}

/**
 * The year ends of the whole grant that make one line: before DfE money for a council that signed, as far as
 * that is exactly known; after it for one that never did. Figures with the council's own money and without it
 * don't stand in one line: the longer line counts, then the one that reaches further.
 */
export function yearEndsOf(dossier: CouncilDossier): YearEnds {
  const basis = dossier.signed ? "gross" : "net";
  const years = [
    ...new Set(dossier.balances.filter(isYearEnd).map(({ asAt }) => financialYearOf(asAt))),
  ].toSorted(compareYears);
  const lines = KNOWN.map((local) =>
    years.map((year) => ({ year, actuals: actualsOf(dossier, basis, year, local) })),
  );
  const points = lines.map((line) => line.flatMap(({ year, actuals }) => pointOf(year, actuals)));
  const [longest = []] = points.toSorted(
    (a, b) => b.length - a.length || lastYear(b).localeCompare(lastYear(a)),
  );
  const held = years.filter((_, index) => lines.some((line) => (line[index]?.actuals.length ?? 0) > 0));
  return { basis, points: longest, held: held.length };
}

function isYearEnd(balance: CouncilDossier["balances"][number]): boolean {
  return isActual(balance) && balance.asAt === lastDay(financialYearOf(balance.asAt));
}

function actualsOf(
  dossier: CouncilDossier,
  basis: YearEnds["basis"],
  financialYear: FinancialYear,
  local: Known,
): readonly ActualOfYear[] {
  const current = dossier.agreements.at(-1);
  if (dossier.signed && !current) return [];
  const agreement = {
    cohort: current ? signingYear(dossier, current.cohort) : financialYear,
    total: current?.total ?? null,
  };
  const balances = dossier.balances.filter(({ after }) => after.localContribution === local);
  return rankActuals({ ...dossier, balances }, agreement, {
    financialYear,
    basis,
    scope: "dsg",
    localContributions: "unknown",
  }).comparable;
}

function pointOf(financialYear: FinancialYear, actuals: readonly ActualOfYear[]): YearEnd[] {
  const found = actuals.find(isExact);
  return found ? [{ financialYear, deficit: found.interval.low, refs: found.interval.refs }] : [];
}

function isExact({ interval: { low, high, complete } }: ActualOfYear): boolean {
  return complete && low === high;
}

function lastYear(points: readonly YearEnd[]): string {
  return points.at(-1)?.financialYear ?? "";
}
