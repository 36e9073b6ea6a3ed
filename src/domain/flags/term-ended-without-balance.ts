import { compareYears, lastDay } from "../financial-year";
import { draftFlag, FIRST_VERSION, figure } from "./draft-flag";
import type { FlagRule } from "./flag";
import { yearWords } from "./in-words";
import { isOfficial } from "./in-year-balance-missed";
import { currentAgreement } from "./promises";
import { outcomeEvidence, outcomeOf, shortfallWords } from "./year-outcome";

export const termEndedWithoutBalance: FlagRule = {
  name: "term-ended-without-balance",
  version: "1",
  severity: "missed",
  title: "Agreement ended without balance",
  meaning:
    "The agreement’s last year is over and its outturn is published: spending in that year was still above the grant, before DfE money.",
  formula:
    "The balance year is not after the agreement’s last year, and the published balance of that last year, before DfE money, is below minus the larger of £250,000 and the error of the figures it comes from. Every independent source that decides must say so.",
  thresholds: ["toleranceFloor", "judgedThrough"],
  never:
    "Never for an agreement that is only said to be complete, without an outturn, and never where the balance year is known only from the press.",
  weaknesses: ["The last year of some agreements is not held."],
  changes: FIRST_VERSION,
  find(judged) {
    const agreement = currentAgreement(judged);
    if (!agreement?.to || !agreement.balanceBy || !isOfficial(agreement.balanceBySource)) return [];
    const { to, balanceBy } = agreement;
    const over = judged.today > lastDay(to) && to <= judged.thresholds.judgedThrough;
    if (!over || compareYears(balanceBy, to) > 0) return [];
    const outcome = outcomeOf(to, judged);
    const [mildest] = outcome.deciding;
    if (outcome.word !== "short" || !mildest) return [];
    return [
      draftFlag(termEndedWithoutBalance, {
        financialYear: to,
        subject: "",
        checked: agreement.checked,
        size: -mildest.balance,
        summary: `The agreement’s last year was ${yearWords(to)}, with balance promised by ${yearWords(balanceBy)}; ${shortfallWords(outcome)}.`,
        evidence: [
          figure(`Agreement to ${yearWords(to)}, balance by ${yearWords(balanceBy)}`, null, agreement.ref),
          ...outcomeEvidence(outcome, judged),
        ],
      }),
    ];
  },
};
