import { compareYears, startYear } from "../financial-year";
import { draftFlag, FIRST_VERSION, figure } from "./draft-flag";
import type { FlagEvidence, FlagRule, JudgedCouncil } from "./flag";
import { listWords, sizeWords, yearEndWords, yearWords } from "./in-words";
import { currentAgreement, latestDecided } from "./promises";
import { standsFrom, type TargetMove, targetMoves } from "./target-moves";

export const targetMoved: FlagRule = {
  name: "target-moved",
  version: "1",
  severity: "at-risk",
  title: "Target moved",
  meaning:
    "A later version of the agreement names a later year for balance or for clearing the deficit, or plans higher deficits. What was promised first stays beside it.",
  formula:
    "Between a version and the one that took its place the balance year or clearance year is later, or no longer known where the version is cited as revised; or the planned deficit of a year end, on the same footing, is higher by more than the tolerance. It clears when a year end after the later version is judged met or within tolerance against that version.",
  thresholds: ["toleranceFloor", "toleranceBasisPoints"],
  never:
    "Never by putting the new version in the place of the old one, and never because one source of the same agreement states more than another.",
  weaknesses: [
    "Of some revisions only the fact is published: what they moved to is then not known.",
    "Balance years that only the press gives are left out.",
  ],
  changes: FIRST_VERSION,
  find(judged) {
    const { dossier, thresholds } = judged;
    const moves = targetMoves(dossier, thresholds);
    if (moves.length === 0 || isKeptSince(judged)) return [];
    const years = moves.flatMap((move) =>
      move.term === "profile" || move.to === null ? [] : [startYear(move.to) - startYear(move.from)],
    );
    return [
      draftFlag(targetMoved, {
        financialYear: null,
        subject: "",
        checked: moves.every(({ succession }) => succession.before.checked && succession.after.checked),
        size: years.length === 0 ? null : Math.max(...years),
        summary: `A later version of the agreement moved ${listWords(inWords(moves))}.`,
        evidence: moves.flatMap(evidenceOf),
      }),
    ];
  },
};

/** A year end after the version that stands was agreed has been kept to. */
function isKeptSince(judged: JudgedCouncil): boolean {
  const current = currentAgreement(judged);
  if (!current) return false;
  const from = standsFrom(current, judged.dossier);
  const latest = latestDecided(judged, ({ financialYear }) => compareYears(financialYear, from) > 0);
  return latest?.verdict === "met" || latest?.verdict === "within-tolerance";
}

const TERM_WORDS = { balanceBy: "balance in the year", clearedBy: "clearing the deficit" } as const;

/** Each year that moved; of the planned deficits the last, with how many there are. */
function inWords(moves: readonly TargetMove[]): string[] {
  const years = moves.flatMap((move) =>
    move.term === "profile"
      ? []
      : [
          `${TERM_WORDS[move.term]} from ${yearWords(move.from)} to ${move.to === null ? "a year not known" : yearWords(move.to)}`,
        ],
  );
  const profile = moves.flatMap((move) => (move.term === "profile" ? [move] : []));
  const last = profile.at(-1);
  if (!last) return years;
  const more = profile.length > 1 ? ` (one of ${profile.length} planned deficits that are higher)` : "";
  return [
    ...years,
    `the planned deficit at ${yearEndWords(last.year)} from ${sizeWords(last.from)} to ${sizeWords(last.to)}${more}`,
  ];
}

function evidenceOf(move: TargetMove): FlagEvidence[] {
  const { before, after } = move.succession;
  if (move.term === "profile") {
    const label = `Planned deficit at ${yearEndWords(move.year)}`;
    return [
      figure(`${label}, ${before.version}`, move.from, move.beforeRef),
      figure(`${label}, ${after.version}`, move.to, move.afterRef),
    ];
  }
  const label = TERM_WORDS[move.term];
  const sentence = label.charAt(0).toUpperCase() + label.slice(1);
  return [
    figure(`${sentence}: ${yearWords(move.from)}, ${before.version}`, null, move.beforeRef),
    figure(
      `${sentence}: ${move.to === null ? "not known" : yearWords(move.to)}, ${after.version}`,
      null,
      move.afterRef,
      after.signedOn ?? after.statusDate,
    ),
  ];
}
