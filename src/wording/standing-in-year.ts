import type { Status, VerdictsHidden } from "@/shapes/api-shapes";
import type { Flag, Verdict } from "@/shapes/judgement-shapes";
import { formatYear } from "./dates";
import { hiddenSentence } from "./hiding";
import { standingOf } from "./standing";

interface OneYear {
  readonly year: string;
  /** The year in which it signed; null: never. */
  readonly cohort: string | null;
  /** Of that year and the agreement that stands; null: no planned deficit of that year is held. */
  readonly verdict: Verdict | null;
  readonly flags: readonly Flag[];
  readonly verdictsHidden?: VerdictsHidden | undefined;
}

/**
 * How a council stood in one year: its verdict and the flags that name that year, nothing else. A year whose red or
 * amber flag a person has withdrawn isn't judged here at all.
 */
export function standingInYear({ year, cohort, verdict, flags, verdictsHidden }: OneYear): {
  readonly status: Status;
  readonly sentence: string;
} {
  if (cohort === null) {
    return {
      status: "no-agreement",
      sentence: standingOf({ status: "no-agreement", flags: [], verdicts: [] }).sentence,
    };
  }
  const words = formatYear(year);
  if (cohort > year) {
    return { status: "no-agreement", sentence: `It had not signed by the end of ${words}.` };
  }
  if (verdictsHidden) return { status: "unknown", sentence: hiddenSentence(verdictsHidden) };
  const ofYear = flags.filter(({ financialYear }) => financialYear === year);
  const raised = (state: Flag["state"], severity: Flag["severity"]) =>
    ofYear.some((flag) => flag.state === state && flag.severity === severity);
  const withdrawn = raised("withdrawn", "missed") || raised("withdrawn", "at-risk");
  const judged = withdrawn ? "unknown" : statusOfVerdict(verdict);
  const status: Status =
    judged === "missed" || raised("open", "missed")
      ? "missed"
      : judged === "at-risk" || raised("open", "at-risk")
        ? "at-risk"
        : judged;
  if (withdrawn && status === "unknown") {
    return { status, sentence: `Of ${words} nothing can be said: a person withdrew what was found.` };
  }
  if (verdict !== null && status === judged) return { status, sentence: verdict.summary };
  if (status === "unknown") {
    const why = cohort === year ? "It signed in that year." : "No planned deficit of that year is held.";
    return { status, sentence: `Of ${words} nothing can be said. ${why}` };
  }
  return { status, sentence: standingOf({ status, flags: ofYear, verdicts: [] }).sentence };
}

/** Red and green only against the agreement itself. */
function statusOfVerdict(verdict: Verdict | null): Status {
  switch (verdict?.verdict) {
    case "missed":
    case "missed-at-least":
      return "missed";
    case "above-plan":
      return "at-risk";
    case "met":
    case "within-tolerance":
      return verdict.planSource === "agreement" ? "on-track" : "unknown";
    default:
      return "unknown";
  }
}
