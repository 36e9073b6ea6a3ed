import { type CalendarDate, calendarDate } from "../calendar-date";
import { type FinancialYear, startYear } from "../financial-year";
import { add, type Money, NO_MONEY, pence, subtract } from "../money";
import { type ActualOfYear, type RankedActuals, rankActuals } from "./choose-actual";
import type { DeficitInterval } from "./gross-interval";
import type { CouncilDossier, HeldAgreement, HeldPlan } from "./held-figures";
import { localMoneyInDoubt } from "./local-money";
import type { Thresholds } from "./thresholds";
import { toleranceOf } from "./tolerance";
import type { Reason, Verdict, VerdictWord } from "./verdict";
import { plansOfVersion, troubleWith } from "./version-plans";

/** What a promise is judged by, besides what is held of the council. */
export interface JudgedBy {
  readonly thresholds: Thresholds;
  readonly today: CalendarDate;
  readonly against: Verdict["against"];
}

/**
 * Judges one planned deficit of one version of an agreement against what was published for that year end.
 *
 * Never from a forecast, never across bases or scopes, and never a miss but from the agreement itself.
 * Which actual counts is a fixed order; a miss has to hold on every independent source that can be compared.
 * (docs/rules.md, "Like for like"; the rule's version is in its verdict)
 */
export function judgeYear(
  dossier: CouncilDossier,
  agreement: HeldAgreement,
  plan: HeldPlan,
  by: JudgedBy,
): Verdict {
  const ranked = rankActuals(dossier, agreement, plan);
  const [chosen] = ranked.comparable;
  const { word, reason } = saidOf(dossier, agreement, plan, ranked, by);
  const interval = chosen?.interval ?? null;
  const tolerance = toleranceOf(plan, interval?.error ?? NO_MONEY, agreement.total, by.thresholds);
  return {
    financialYear: plan.financialYear,
    agreementVersion: agreement.version,
    against: by.against,
    basis: plan.basis,
    scope: plan.scope,
    baseline: plan.financialYear === agreement.cohort,
    promised: plan.deficit,
    actualLow: interval?.low ?? null,
    actualHigh: interval?.high ?? null,
    gap: interval === null || word === "cannot-compare" ? null : gapOf(interval, plan.deficit),
    tolerance,
    planSource: plan.planSource,
    verdict: word,
    reason,
    actual: chosen?.balance ?? null,
    range: rangeOf(ranked.comparable),
    refs: [plan.ref, ...(interval?.refs ?? [])],
  };
}

interface Said {
  readonly word: VerdictWord;
  readonly reason: Reason | null;
}

function saidOf(
  dossier: CouncilDossier,
  agreement: HeldAgreement,
  plan: HeldPlan,
  { comparable, rejected }: RankedActuals,
  { thresholds, today }: JudgedBy,
): Said {
  const [chosen, ...others] = comparable;
  const nearest = rejected[0];
  if (!chosen && !nearest) {
    return isDue(plan.financialYear, today)
      ? { word: "not-held", reason: "outturn-not-held" }
      : { word: "not-published", reason: "outturn-not-published" };
  }
  const trouble = troubleWith(plan, plansOfVersion(dossier, agreement));
  if (trouble) return cannotCompare(trouble);
  if (!chosen) return cannotCompare(nearest?.reason ?? "outturn-not-held");

  const wordOf = (actual: ActualOfYear) => wordFor(dossier, agreement, plan, actual, thresholds);
  const first = wordOf(chosen);
  const isContradicted = others.some((other) => contradicts(chosen, other, wordOf(other).word));
  return isMiss(first.word) && isContradicted ? cannotCompare("sources-disagree") : first;
}

function cannotCompare(reason: Reason): Said {
  return { word: "cannot-compare", reason };
}

/**
 * A miss has to hold on every source that can be compared. One that by itself decides nothing stands in its way
 * only where it can't be true beside the figure that decides.
 */
function contradicts(chosen: ActualOfYear, other: ActualOfYear, word: VerdictWord): boolean {
  if (isMiss(word)) return false;
  if (word !== "cannot-compare") return true;
  const { high, error } = other.interval;
  return high !== null && high + error + chosen.interval.error < chosen.interval.low;
}

function wordFor(
  dossier: CouncilDossier,
  agreement: HeldAgreement,
  plan: HeldPlan,
  { interval, balance }: ActualOfYear,
  thresholds: Thresholds,
): Said {
  const { low, high, error, complete, missing } = interval;
  const most = add(plan.deficit, toleranceOf(plan, error, agreement.total, thresholds));
  if (high !== null && high <= plan.deficit) return { word: "met", reason: null };
  if (high !== null && high <= most) return { word: "within-tolerance", reason: null };
  if (low <= most) return cannotCompare(missing ?? "receipts-incomplete");
  if (plan.planSource !== "agreement") return { word: "above-plan", reason: null };
  if (plan.localContributions === "unknown" || balance.after.localContribution === "unknown") {
    const inDoubt = localMoneyInDoubt(dossier, agreement, plan.financialYear);
    if (inDoubt === null || subtract(low, most) <= inDoubt) {
      return cannotCompare("local-contributions-unknown");
    }
  }
  return { word: complete ? "missed" : "missed-at-least", reason: null };
}

export function isMiss(word: VerdictWord): boolean {
  return word === "missed" || word === "missed-at-least";
}

/** How far above the promise (positive) or below it; null while it isn't even known on which side. */
function gapOf({ low, high }: DeficitInterval, promised: Money): Money | null {
  if (low > promised) return subtract(low, promised);
  if (high !== null && high <= promised) return subtract(high, promised);
  return null;
}

function rangeOf(actuals: readonly ActualOfYear[]): Verdict["range"] {
  if (actuals.length === 0) return null;
  const highs = actuals.map(({ interval }) => interval.high);
  return {
    low: pence(Math.min(...actuals.map(({ interval }) => interval.low))),
    high: highs.some((high) => high === null) ? null : pence(Math.max(...highs.map(Number))),
  };
}

/** Section 251 outturns come out in December or January after the year: due at the end of January. */
function isDue(year: FinancialYear, today: CalendarDate): boolean {
  return today >= calendarDate(startYear(year) + 2, 2, 1);
}
