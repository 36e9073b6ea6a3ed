import type { CalendarDate } from "../calendar-date";
import { compareYears, type FinancialYear, lastDay, startYear } from "../financial-year";
import { add, type Money, NO_MONEY, pence, subtract, sum } from "../money";
import { type ActualOfYear, rankActuals } from "./choose-actual";
import type { CouncilDossier, FigureRef, HeldAgreement, HeldPlan } from "./held-figures";
import type { Thresholds } from "./thresholds";
import { toleranceOf } from "./tolerance";
import { NOT_KNOWN_OF_PROMISE, type Reason, type Verdict, type VerdictWord } from "./verdict";

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
  const { thresholds, today, against } = by;
  const ranked = rankActuals(dossier, agreement, plan);
  const [chosen] = ranked.comparable;
  const total = agreement.total;
  const verdict = (
    word: VerdictWord,
    reason: Reason | null,
    actual: ActualOfYear | null = chosen ?? null,
  ): Verdict => {
    const interval = actual?.interval ?? null;
    const tolerance = toleranceOf(plan, interval?.error ?? NO_MONEY, total, thresholds);
    const refs: FigureRef[] = [plan.ref, ...(interval?.refs ?? [])];
    return {
      financialYear: plan.financialYear,
      agreementVersion: agreement.version,
      against,
      basis: plan.basis,
      scope: plan.scope,
      baseline: plan.financialYear === agreement.cohort,
      promised: plan.deficit,
      actualLow: interval?.low ?? null,
      actualHigh: interval?.high ?? null,
      gap: interval === null ? null : gapOf(interval.low, interval.high, plan.deficit),
      tolerance,
      planSource: plan.planSource,
      verdict: word,
      reason,
      actual: actual?.balance ?? null,
      range: rangeOf(ranked.comparable),
      refs,
    };
  };

  const promiseTrouble = NOT_KNOWN_OF_PROMISE.find(({ holds }) => holds(plan, dossier.plans));
  if (promiseTrouble && (chosen || ranked.rejected.length > 0)) {
    return verdict("cannot-compare", promiseTrouble.reason);
  }
  if (!chosen) {
    const [rejected] = ranked.rejected;
    if (rejected) return verdict("cannot-compare", rejected.reason, null);
    return isDue(plan.financialYear, today)
      ? verdict("not-held", "outturn-not-held")
      : verdict("not-published", "outturn-not-published");
  }

  const words = ranked.comparable.map((actual) => wordFor(dossier, agreement, plan, actual, by));
  const [first] = words;
  if (!first) return verdict("not-held", "outturn-not-held");
  if (isMiss(first.word) && words.some(({ word }) => !isMiss(word))) {
    return verdict("cannot-compare", "sources-disagree");
  }
  // All agree on a miss: the mildest of them is what can be said of all.
  if (
    first.word === "missed" &&
    words.some(({ word }) => word === "missed-at-least") &&
    !chosen.interval.complete
  )
    return verdict("missed-at-least", null);
  return verdict(first.word, first.reason);
}

interface Word {
  readonly word: VerdictWord;
  readonly reason: Reason | null;
}

function wordFor(
  dossier: CouncilDossier,
  agreement: HeldAgreement,
  plan: HeldPlan,
  { interval, balance }: ActualOfYear,
  { thresholds }: JudgedBy,
): Word {
  const { low, high, error, complete } = interval;
  const tolerance = toleranceOf(plan, error, agreement.total, thresholds);
  const most = add(plan.deficit, tolerance);
  if (high !== null && high <= plan.deficit) return { word: "met", reason: null };
  if (high !== null && high <= most) return { word: "within-tolerance", reason: null };
  if (low <= most) return { word: "cannot-compare", reason: "receipts-incomplete" };
  if (plan.planSource !== "agreement") return { word: "above-plan", reason: null };
  const sides = [plan.localContributions, LOCAL_SIDE[balance.after.localContribution]];
  if (sides.includes("unknown") && !paidIntoDsg(dossier, plan.financialYear)) {
    const excess = subtract(low, most);
    if (excess <= plannedToDate(dossier, agreement, plan.financialYear)) {
      return { word: "cannot-compare", reason: "local-contributions-unknown" };
    }
  }
  return { word: complete ? "missed" : "missed-at-least", reason: null };
}

const LOCAL_SIDE = { yes: "included", no: "excluded", unknown: "unknown" } as const;

export function isMiss(word: VerdictWord): boolean {
  return word === "missed" || word === "missed-at-least";
}

/** The council's own money planned up to the year; a sum without a year may have been due already. */
function plannedToDate(
  { localContributions }: CouncilDossier,
  { version }: HeldAgreement,
  year: FinancialYear,
): Money {
  const planned = localContributions.filter(
    ({ status, financialYear }) =>
      status === "planned" && (financialYear === null || compareYears(financialYear, year) <= 0),
  );
  const ofVersion = planned.filter(({ agreementVersion }) => agreementVersion === version);
  return pence(Math.max(sumOf(planned.filter((row) => !ofVersion.includes(row))), sumOf(ofVersion)));
}

const sumOf = (rows: readonly { readonly amount: Money }[]) => sum(rows.map(({ amount }) => amount));

function paidIntoDsg({ localContributions }: CouncilDossier, year: FinancialYear): boolean {
  const upTo = localContributions.filter(
    ({ financialYear }) => financialYear === null || compareYears(financialYear, year) <= 0,
  );
  return (
    upTo.length > 0 &&
    upTo.every(({ status }) => status !== "held-in-reserve") &&
    upTo.some(({ status }) => status === "paid-into-dsg")
  );
}

/** How far above the promise (positive) or below it; null while it isn't even known on which side. */
function gapOf(low: Money, high: Money | null, promised: Money): Money | null {
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
  return today > lastDay(year) && today >= `${startYear(year) + 2}-02-01`;
}
