import { lastDay } from "../financial-year";
import { byRef, isActual } from "../verdicts/held-figures";
import type { Reason, Verdict } from "../verdicts/verdict";
import { draftFlag, FIRST_VERSION, figure } from "./draft-flag";
import type { FlagEvidence, FlagRule, JudgedCouncil } from "./flag";
import { BASIS_WORDS, yearEndWords } from "./in-words";
import { comparisonEvidence, isChecked, latestWithOutturn } from "./promises";

/** What is missing for a verdict, so that it can be looked for. */
export const MISSING_WORDS: Readonly<Record<Reason, string>> = {
  "promise-basis-unknown":
    "the planned figure doesn’t say both whether it is before DfE money and whether it counts the whole grant",
  "promise-computed": "the planned figure was only worked back from other figures",
  "promise-doubtful": "the planned figure comes from a doubtful source",
  "promise-year-disputed": "sources give the planned figure for different years",
  "actual-basis-unknown": "the published figure doesn’t say whether it is after DfE money",
  "actual-scope-unknown":
    "the published figure doesn’t say whether it counts the whole grant or high needs only",
  "actual-date-inferred": "the date of the published figure is only inferred",
  "actual-doubtful": "the published figure comes from a doubtful source",
  "scopes-differ": "one figure counts the whole grant and the other high needs only",
  "bases-differ": "one figure is before DfE money and the other after it",
  "stability-grant-included": "the published figure may be after the High Needs Stability Grant",
  "local-contributions-differ": "only one of the figures counts the council’s own contribution",
  "local-contributions-unknown":
    "the figures don’t both say whether they count the council’s own contribution, which could explain the difference",
  "receipts-incomplete": "not all of DfE’s payments up to that day are known",
  "sources-disagree": "sources disagree on whether the deficit was above the plan",
  "outturn-not-published": "the outturn is not published yet",
  "outturn-not-held": "the outturn is not held",
};

export const notJudged: FlagRule = {
  name: "not-judged",
  version: "1",
  severity: "unknown",
  title: "Not judged",
  meaning:
    "A planned and a published deficit are held for the latest planned year with an outturn, but they can’t be compared.",
  formula:
    "The verdict on the latest planned year end for which an outturn is held is that it can’t be compared.",
  thresholds: ["toleranceFloor", "toleranceBasisPoints", "judgedThrough"],
  never: "Never for the year in which the agreement was signed.",
  weaknesses: ["It names the one missing item that stands most in the way; there may be others."],
  changes: FIRST_VERSION,
  find(judged) {
    const verdict = latestWithOutturn(judged);
    if (verdict?.verdict !== "cannot-compare") return [];
    const why = verdict.reason === null ? "" : `: ${MISSING_WORDS[verdict.reason]}`;
    return [
      draftFlag(notJudged, {
        financialYear: verdict.financialYear,
        subject: "",
        checked: isChecked(judged, verdict),
        size: null,
        summary: `The plan for ${yearEndWords(verdict.financialYear)} and what was published for that day can’t be compared${why}.`,
        evidence: [...comparisonEvidence(verdict, judged), ...otherwiseHeld(verdict, judged)],
      }),
    ];
  },
};

/** Published figures of the day that could not be put beside the plan. */
function otherwiseHeld({ financialYear, actual }: Verdict, { dossier }: JudgedCouncil): FlagEvidence[] {
  const day = lastDay(financialYear);
  return dossier.balances
    .filter((balance) => isActual(balance) && balance.asAt === day && balance.ref !== actual?.ref)
    .toSorted((a, b) => byRef(a.ref, b.ref))
    .map(({ deficit, basis, ref, publishedOn }) =>
      figure(
        `Published deficit at ${yearEndWords(financialYear)}, ${BASIS_WORDS[basis]}`,
        deficit,
        ref,
        publishedOn,
      ),
    );
}
