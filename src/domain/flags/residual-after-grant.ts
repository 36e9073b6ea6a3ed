import { type FinancialYear, financialYearStarting, yearsBetween } from "../financial-year";
import { type Money, NO_MONEY, pence, sum } from "../money";
import { isActual } from "../verdicts/held-figures";
import type { InYearBalance } from "../verdicts/in-year-balance";
import { draftFlag, FIRST_VERSION, figure } from "./draft-flag";
import type { FlagEvidence, FlagRule, JudgedCouncil } from "./flag";
import { amountOf, approvalsOf, citedAs } from "./grant-steps";
import { listWords, moneyWords, yearWords } from "./in-words";

/** From the day the grant is for until the statutory override ends. */
const SINCE_THE_GRANT: readonly FinancialYear[] = yearsBetween(
  financialYearStarting(2026),
  financialYearStarting(2027),
);

/** DfE pays nine tenths of the eligible deficit: a tenth stays. */
const SHARE_LEFT = 10;

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
    "Where a year’s payments are not all known the sum is the least that is left.",
  ],
  changes: FIRST_VERSION,
  find(judged) {
    const { dossier } = judged;
    const approval = approvalsOf(dossier).at(-1);
    if (!approval) return [];
    const eligible = amountOf(citedAs("eligible-deficit", dossier));
    const gaps = SINCE_THE_GRANT.flatMap((year) => gapOf(year, judged));
    const built = sum(gaps.map(({ balance }) => pence(-balance.balance)));
    const tenth = eligible?.amount == null ? null : pence(Math.round(eligible.amount / SHARE_LEFT));
    const left = tenth === null ? null : sum([tenth, built]);
    const atLeast = gaps.some(({ balance }) => balance.bound === "at-most");
    return [
      draftFlag(residualAfterGrant, {
        financialYear: null,
        subject: "",
        checked: true,
        size: left,
        summary: inWords(
          tenth,
          built,
          atLeast,
          gaps.map(({ year }) => yearWords(year)),
        ),
        evidence: [
          figure(`Approval cited: ${approval.summary}`, null, approval.ref, approval.date),
          ...(eligible
            ? [figure("Eligible high needs deficit", eligible.amount, eligible.ref, eligible.date)]
            : []),
          ...gaps.flatMap(({ evidence }) => evidence),
        ],
      }),
    ];
  },
};

function inWords(tenth: Money | null, built: Money, atLeast: boolean, years: readonly string[]): string {
  const since =
    years.length === 0
      ? "No outturn since is held."
      : `In ${listWords(years)} ${atLeast ? "at least " : ""}${moneyWords(built)} ${built >= NO_MONEY ? "built up" : "came off"}.`;
  if (tenth === null) {
    return `The grant is approved; DfE’s eligible deficit, a tenth of which stays with the council, is not known. ${since}`;
  }
  return `A tenth of the eligible deficit, ${moneyWords(tenth)}, stays with the council. ${since}`;
}

interface Gap {
  readonly year: FinancialYear;
  readonly balance: InYearBalance;
  readonly evidence: readonly FlagEvidence[];
}

/** The year's published balance before DfE money; of several the mildest, exact before bounded. */
function gapOf(year: FinancialYear, { inYearBalances }: JudgedCouncil): Gap[] {
  const [balance] = inYearBalances
    .filter((each) => each.financialYear === year && isActual(each))
    .toSorted(
      (a, b) =>
        Number(a.bound === "at-most") - Number(b.bound === "at-most") ||
        Number(a.kind === "provisional") - Number(b.kind === "provisional") ||
        b.balance - a.balance ||
        (a.refs[0]?.id ?? 0) - (b.refs[0]?.id ?? 0),
    );
  if (!balance) return [];
  const label = `In-year balance ${yearWords(year)} before DfE money`;
  return [{ year, balance, evidence: [figure(label, balance.balance, balance.refs[0] ?? null)] }];
}
