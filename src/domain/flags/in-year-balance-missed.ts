import { draftFlag, FIRST_VERSION } from "./draft-flag";
import type { FlagRule } from "./flag";
import { listWords, yearWords } from "./in-words";
import { currentAgreement } from "./promises";
import { outcomeEvidence, outcomeOf, shortfallWords, yearsInBalance } from "./year-outcome";

/**
 * Any year from the balance year to the end of the term that fell short: a later year in balance is said
 * beside it, and doesn't undo it.
 */
export const inYearBalanceMissed: FlagRule = {
  name: "in-year-balance-missed",
  version: "1",
  severity: "missed",
  title: "In-year balance not reached",
  meaning:
    "The agreement names a year by which spending should be within the grant, before any DfE money under it. In that year, or a later one of the agreement, the published figures show a deficit in the year.",
  formula:
    "The published balance of the year, before DfE money, is below minus the larger of £250,000 and the error of the figures it comes from. Where DfE’s payments of the year are not all known, the figure is the most that the balance can be. Every independent source that decides must say so.",
  thresholds: ["toleranceFloor", "judgedThrough"],
  never:
    "Never from a forecast, never for a balance year known only from the press, and never for a year by which the deficit should be cleared or the agreement ends.",
  weaknesses: [
    "Block transfers count as they fell, and the council’s own money and adjustments for earlier years are named beside the figure, not taken off.",
    "A later year in balance does not undo it: the year was named.",
  ],
  changes: FIRST_VERSION,
  find(judged) {
    const agreement = currentAgreement(judged);
    if (!agreement?.balanceBy || !isOfficial(agreement.balanceBySource)) return [];
    const outcomes = yearsInBalance(agreement, judged.thresholds).map((year) => outcomeOf(year, judged));
    const short = outcomes.filter(({ word }) => word === "short");
    const latest = short.at(-1);
    const [mildest] = latest?.deciding ?? [];
    if (!latest || !mildest) return [];
    const since = outcomes
      .filter(({ word, financialYear }) => word === "in-balance" && financialYear > latest.financialYear)
      .map(({ financialYear }) => yearWords(financialYear));
    return [
      draftFlag(inYearBalanceMissed, {
        financialYear: latest.financialYear,
        subject: "",
        checked: agreement.checked,
        size: -mildest.balance,
        summary:
          `The agreement promises balance in the year by ${yearWords(agreement.balanceBy)}; ` +
          `${shortfallWords(latest)}.` +
          (since.length > 0 ? ` Since then ${listWords(since)} ended in balance.` : ""),
        evidence: short.flatMap((outcome) => outcomeEvidence(outcome, judged)),
      }),
    ];
  },
};

/** A year that the agreement or an official paper names: only such a one can be missed. */
export function isOfficial(source: "agreement" | "official" | "press" | null): boolean {
  return source === "agreement" || source === "official";
}
