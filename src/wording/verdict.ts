import { BASIS_WORDS, PLAN_WORDS } from "@/domain/flags/in-words";
import { MISSING_WORDS } from "@/domain/flags/not-judged";
import type { Reason, VerdictWord } from "@/domain/verdicts/verdict";
import type { Verdict } from "@/shapes/judgement-shapes";
import { formatDate } from "./dates";
import { formatGbp } from "./money";

const VERDICT = {
  met: { word: "Met", means: "The published deficit is no more than planned, even at its highest." },
  "within-tolerance": {
    word: "Within tolerance",
    means: "Even at its highest it is no further above the plan than the tolerance allows.",
  },
  missed: {
    word: "Missed",
    means: "It is above what the agreement plans by more than the tolerance, and all that matters is known.",
  },
  "missed-at-least": {
    word: "Missed, at least",
    means: "Not all of DfE’s payments are known, but it is above whatever they were.",
  },
  "above-plan": {
    word: "Above the plan",
    means:
      "It is above by more than the tolerance, but the planned figure isn’t read from the agreement itself.",
  },
  "cannot-compare": {
    word: "Can’t be compared",
    means: "Something is missing or unclear on one side; what, is named.",
  },
  "not-published": { word: "Not published yet", means: "The outturn of the year isn’t due yet." },
  "not-held": {
    word: "We don’t hold it",
    means: "The outturn is due or out, but isn’t among our documents.",
  },
} as const satisfies Record<VerdictWord, { word: string; means: string }>;

export function verdictWord(verdict: VerdictWord): string {
  return VERDICT[verdict].word;
}

/** What the word stands for, for the table of verdicts. */
export function verdictMeaning(verdict: VerdictWord): string {
  return VERDICT[verdict].means;
}

/** In the place of a published figure that could stand beside the plan. */
export function nothingWords(verdict: VerdictWord): string {
  if (verdict === "not-published") return "not published yet";
  return verdict === "not-held" ? "we do not hold it" : "none that can be compared";
}

/** The missing item, to stand after a colon. */
export function reasonWords(reason: Reason): string {
  return MISSING_WORDS[reason];
}

type Told = Pick<
  Verdict,
  | "financialYear"
  | "basis"
  | "promisedGbp"
  | "actualLowGbp"
  | "actualHighGbp"
  | "gapGbp"
  | "toleranceGbp"
  | "planSource"
  | "verdict"
  | "reason"
>;

/**
 * A verdict in full, with its figures: "At 31 March 2024 the deficit before DfE money was £22.6 million, against
 * £20.5 million planned in the agreement: above the plan by £2.1 million, more than the tolerance of £400,000."
 */
export function verdictSentence(verdict: Told): string {
  const { actualLowGbp: low, promisedGbp, planSource } = verdict;
  const day = formatDate(`${Number(verdict.financialYear.slice(0, 4)) + 1}-03-31`);
  const planned = `${deficitOf(promisedGbp ?? 0)} ${planSource === "aim" ? "" : "planned "}${PLAN_WORDS[planSource]}`;
  if (low === null || verdict.verdict === "cannot-compare") {
    const why = verdict.reason === undefined ? "" : `: ${reasonWords(verdict.reason)}`;
    return isWithoutOutturn(verdict.verdict)
      ? `For ${day} there is ${planned}; ${verdict.reason === undefined ? "no outturn is held" : reasonWords(verdict.reason)}.`
      : `For ${day} there is ${planned}; it can’t be compared with what was published${why}.`;
  }
  const noun = low > 0 ? "deficit" : "balance";
  return `At ${day} the ${noun} ${BASIS_WORDS[verdict.basis]} was ${sizeOf(verdict, low)}, against ${planned}: ${outcomeOf(verdict)}.`;
}

function isWithoutOutturn(verdict: VerdictWord): boolean {
  return verdict === "not-published" || verdict === "not-held";
}

function sizeOf({ actualHighGbp: high }: Told, low: number): string {
  if (high === low) return deficitOf(low);
  return high === null ? `at least ${deficitOf(low)}` : `between ${deficitOf(low)} and ${deficitOf(high)}`;
}

function outcomeOf({ verdict, gapGbp, toleranceGbp, actualLowGbp, actualHighGbp }: Told): string {
  const isExact = actualLowGbp === actualHighGbp;
  const tolerance = formatGbp(toleranceGbp);
  switch (verdict) {
    case "met":
      return gapGbp === null || gapGbp === 0
        ? isExact
          ? "as planned"
          : "as planned or below"
        : `${isExact ? "" : "at least "}${formatGbp(Math.abs(gapGbp))} below the plan`;
    case "within-tolerance":
      return gapGbp === null || gapGbp <= 0
        ? `at most ${tolerance} above the plan, which is the tolerance`
        : `above the plan by ${formatGbp(gapGbp)}, within the tolerance of ${tolerance}`;
    case "missed":
      return `above the plan by ${formatGbp(gapGbp ?? 0)}, more than the tolerance of ${tolerance}`;
    case "missed-at-least":
      return `above the plan by at least ${formatGbp(gapGbp ?? 0)}, whatever DfE has paid, and more than the tolerance of ${tolerance}`;
    default:
      return `above the plan by ${isExact ? "" : "at least "}${formatGbp(gapGbp ?? 0)}, more than the tolerance of ${tolerance}; since the plan isn’t read from the agreement itself, that is no missed agreement`;
  }
}

function deficitOf(gbp: number): string {
  if (gbp === 0) return "no deficit";
  return gbp > 0 ? formatGbp(gbp) : `a surplus of ${formatGbp(-gbp)}`;
}
