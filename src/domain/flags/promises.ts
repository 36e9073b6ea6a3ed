import type { HeldAgreement } from "../verdicts/held-figures";
import type { Verdict, VerdictWord } from "../verdicts/verdict";
import { figure, moneyBehind, threshold } from "./draft-flag";
import type { FlagEvidence, JudgedCouncil } from "./flag";
import { BASIS_WORDS, nounFor, PLAN_WORDS, sizeWords, yearEndWords } from "./in-words";

/** The version that stands: the last one. */
export function currentAgreement({ dossier }: JudgedCouncil): HeldAgreement | null {
  return dossier.agreements.at(-1) ?? null;
}

const DECIDED: readonly VerdictWord[] = [
  "met",
  "within-tolerance",
  "missed",
  "missed-at-least",
  "above-plan",
];

/**
 * The verdicts of the current version that can bear a flag or a status: never the signing year, and never
 * only the original's.
 */
export function currentVerdicts({ verdicts }: JudgedCouncil): readonly Verdict[] {
  return verdicts.filter(({ against, baseline }) => against !== "original" && !baseline);
}

/**
 * The latest year of the current version that a published figure has decided, one way or the other.
 *
 * A later year that can't be compared, or whose outturn isn't held, takes nothing away from it: no evidence
 * is never good news, and each flag names its year.
 */
export function latestDecided(
  judged: JudgedCouncil,
  counts: (verdict: Verdict) => boolean = () => true,
): Verdict | null {
  return currentVerdicts(judged).findLast((v) => DECIDED.includes(v.verdict) && counts(v)) ?? null;
}

/** The latest planned year for which an outturn is held, whether or not it can be compared. */
export function latestWithOutturn(judged: JudgedCouncil): Verdict | null {
  return (
    currentVerdicts(judged).findLast(
      ({ verdict }) => DECIDED.includes(verdict) || verdict === "cannot-compare",
    ) ?? null
  );
}

/** Whether the terms a verdict rests on were confirmed by a person, or need no confirming. */
export function isChecked({ dossier }: JudgedCouncil, { agreementVersion }: Verdict): boolean {
  return dossier.agreements.every(({ version, checked }) => version !== agreementVersion || checked);
}

/** "The deficit at 31 March 2025 was £22.6 million before DfE money, against £20.5 million planned in the agreement." */
export function comparisonWords(verdict: Verdict): string {
  const { financialYear, basis, promised, planSource, actualLow, actualHigh } = verdict;
  if (actualLow === null) return "";
  const size = sizeWords(actualLow);
  const was = actualLow === actualHigh ? size : `at least ${size}`;
  return (
    `The ${nounFor(actualLow)} at ${yearEndWords(financialYear)} was ${was} ${BASIS_WORDS[basis]}, ` +
    `against ${sizeWords(promised)} ${planSource === "aim" ? "" : "planned "}${PLAN_WORDS[planSource]}.`
  );
}

/** The deficit on the promise's basis, where the published one had to be brought to it. */
function workedOut(
  { basis, actualLow, actualHigh }: Verdict,
  actual: NonNullable<Verdict["actual"]>,
): FlagEvidence[] {
  if (actual.basis === basis || actualLow === null) return [];
  const words = `Deficit ${BASIS_WORDS[basis]}, worked out`;
  if (actualLow === actualHigh) return [figure(words, actualLow, null)];
  return [
    figure(`${words}: at least`, actualLow, null),
    ...(actualHigh === null ? [] : [figure(`${words}: at most`, actualHigh, null)]),
  ];
}

/** What was compared, from the store's rows, and the tolerance. */
export function comparisonEvidence(verdict: Verdict, { dossier }: JudgedCouncil): FlagEvidence[] {
  const { financialYear, promised, actual, refs, basis, tolerance } = verdict;
  const end = yearEndWords(financialYear);
  const [plan = null, ...behind] = refs;
  return [
    figure(`Planned deficit at ${end}, ${BASIS_WORDS[basis]}`, promised, plan),
    ...(actual
      ? [
          figure(
            `Published deficit at ${end}, ${BASIS_WORDS[actual.basis]}`,
            actual.deficit,
            actual.ref,
            actual.publishedOn,
          ),
          ...moneyBehind(behind, dossier),
          ...workedOut(verdict, actual),
        ]
      : []),
    threshold("Tolerance", tolerance),
  ];
}
