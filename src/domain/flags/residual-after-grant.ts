import { NO_MONEY, sum } from "../money";
import { type AmountRange, type BuiltUp, grantPosition } from "../stability-grant/grant-position";
import { draftFlag, FIRST_VERSION, figure, grantEvidence } from "./draft-flag";
import type { FlagEvidence, FlagRule, JudgedCouncil } from "./flag";
import { listWords, moneyWords, yearWords } from "./in-words";

export const residualAfterGrant: FlagRule = {
  name: "residual-after-grant",
  version: "1",
  severity: "info",
  title: "What is left after the grant",
  meaning:
    "The High Needs Stability Grant leaves the council a tenth of its eligible high needs deficit at 31 March 2026, plus whatever builds up in 2026 to 2027 and 2027 to 2028, until the statutory override ends on 31 March 2028.",
  formula:
    "Once approval is cited: 10% of the eligible deficit as DfE gives it, plus the published in-year deficits since, before DfE money, less in-year surpluses.",
  thresholds: [],
  never: "Never before approval is cited, and never worked out from another deficit than the eligible one.",
  weaknesses: [
    "Years whose outturn is not published are not in the sum.",
    "Where sources differ, or a year’s payments are not all known, the sum is the least that is left.",
  ],
  changes: FIRST_VERSION,
  find(judged) {
    const { dossier, inYearBalances } = judged;
    const { planApproved, eligible, shares, since } = grantPosition(dossier.grantItems, inYearBalances);
    if (!planApproved) return [];
    const tenth = shares?.left ?? null;
    return [
      draftFlag(residualAfterGrant, {
        financialYear: null,
        subject: "",
        checked: true,
        size: tenth === null ? null : sum([tenth.least, since.amount.least]),
        summary: `${tenthWords(tenth)} ${sinceWords(since)}`,
        evidence: [
          ...grantEvidence(planApproved.refs, dossier),
          ...grantEvidence(eligible?.refs ?? [], dossier),
          ...since.years.flatMap((year) => balancesOf(year, judged)),
        ],
      }),
    ];
  },
};

function tenthWords(tenth: AmountRange | null): string {
  return tenth === null
    ? "The grant is approved; DfE’s eligible deficit, a tenth of which stays with the council, is not known."
    : `A tenth of the eligible deficit, ${rangeWords(tenth)}, stays with the council.`;
}

function sinceWords({ years, amount }: BuiltUp): string {
  if (years.length === 0) return "No outturn since is held.";
  const named = listWords(years.map(yearWords));
  return amount.least >= NO_MONEY
    ? `In ${named} ${rangeWords(amount)} built up.`
    : `In ${named} ${amount.least === amount.most ? "" : "at most "}${moneyWords(amount.least)} came off.`;
}

function rangeWords({ least, most }: AmountRange): string {
  return `${least === most ? "" : "at least "}${moneyWords(least)}`;
}

function balancesOf(year: BuiltUp["years"][number], { inYearBalances }: JudgedCouncil): FlagEvidence[] {
  return inYearBalances
    .filter(({ financialYear, kind }) => financialYear === year && kind !== "forecast")
    .map(({ balance, refs }) =>
      figure(`In-year balance ${yearWords(year)} before DfE money`, balance, refs[0] ?? null),
    );
}
