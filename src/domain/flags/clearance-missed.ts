import { lastDay } from "../financial-year";
import { add, NO_MONEY } from "../money";
import { isBasisKnown, signingYear, supersedes } from "../verdicts/choose-actual";
import { type HeldBalance, isActual } from "../verdicts/held-figures";
import { receiptsUpTo } from "../verdicts/receipts";
import { toleranceOf } from "../verdicts/tolerance";
import { draftFlag, FIRST_VERSION, figure, moneyBehind, threshold } from "./draft-flag";
import type { FlagRule, JudgedCouncil } from "./flag";
import { moneyWords, yearEndWords, yearWords } from "./in-words";
import { currentAgreement } from "./promises";
import { withholdingsOf } from "./withholdings";

export const clearanceMissed: FlagRule = {
  name: "clearance-missed",
  version: "1",
  severity: "at-risk",
  title: "Deficit not cleared by the year named",
  meaning:
    "The deficit was to be gone by a named year end. DfE’s money has been paid in full, and a deficit is left at that year end.",
  formula:
    "Published payments up to the year end come to DfE’s total, within their rounding, and every published deficit at that year end, after DfE money, is above the tolerance: its rounding plus the larger of £250,000 and 1% of DfE’s total.",
  thresholds: ["toleranceFloor", "toleranceBasisPoints", "judgedThrough"],
  never:
    "Never where a source says that money was withheld, even if it was released later, and never where the payments that are known come to less than the total.",
  weaknesses: ["Few sources state all payments, so the rule is often silent."],
  changes: FIRST_VERSION,
  find(judged) {
    const agreement = currentAgreement(judged);
    const { dossier, thresholds } = judged;
    if (!agreement?.clearedBy || agreement.total === null) return [];
    const { clearedBy, total } = agreement;
    if (clearedBy > thresholds.judgedThrough || withholdingsOf(dossier).length > 0) return [];
    const paid = receiptsUpTo(clearedBy, signingYear(dossier, agreement.cohort), dossier.payments);
    if (add(paid.sure, paid.error) < total) return [];

    const left = netAt(lastDay(clearedBy), judged);
    const most = (balance: HeldBalance) =>
      toleranceOf({ deficit: NO_MONEY, error: NO_MONEY }, balance.error, total, thresholds);
    const [lowest] = left;
    if (!lowest || left.some((balance) => balance.deficit <= most(balance))) return [];
    const end = yearEndWords(clearedBy);
    return [
      draftFlag(clearanceMissed, {
        financialYear: clearedBy,
        subject: "",
        checked: agreement.checked,
        size: lowest.deficit,
        summary: `The deficit was to be cleared by the end of ${yearWords(clearedBy)}. DfE’s ${moneyWords(total)} has been paid, and ${left.length > 1 ? "at least " : ""}${moneyWords(lowest.deficit)} was left at ${end} after it.`,
        evidence: [
          figure(`Clearance by ${end}; DfE’s total`, total, agreement.ref),
          ...left.map(({ deficit, ref, publishedOn }) =>
            figure(`Published deficit at ${end}, after DfE money`, deficit, ref, publishedOn),
          ),
          ...moneyBehind(paid.refs, dossier),
          threshold("Tolerance", most(lowest)),
        ],
      }),
    ];
  },
};

/** Published net deficits of the whole grant at a day, lowest first; a final one in place of its provisional one. */
function netAt(day: HeldBalance["asAt"], { dossier }: JudgedCouncil): readonly HeldBalance[] {
  const usable = dossier.balances.filter(
    (balance) =>
      isActual(balance) &&
      balance.asAt === day &&
      !balance.asAtInferred &&
      balance.basis === "net" &&
      isBasisKnown(balance) &&
      balance.scope === "dsg" &&
      balance.confidence !== "low",
  );
  return usable
    .filter((balance) => !usable.some((other) => supersedes(other, balance)))
    .toSorted((a, b) => a.deficit - b.deficit || a.ref.id - b.ref.id);
}
