import type { RuleName } from "@/domain/flags/flag";
import type { Authority, Status } from "@/shapes/api-shapes";
import type { Flag, Verdict } from "@/shapes/judgement-shapes";
import { ruleTitle } from "./flags";
import { hiddenSentence } from "./hiding";
import { formatCount } from "./money";
import { statusSentence } from "./status";

type Judged = Pick<Authority, "status" | "flags" | "verdicts"> & {
  readonly verdictsHidden?: Authority["verdictsHidden"] | undefined;
};

/** How a council stands, in words, with the figures that the words rest on. */
export interface Standing {
  readonly sentence: string;
  /** Flags that the sentence names; their figures belong in the same view. */
  readonly flags: readonly Flag[];
  /** The verdict that it gives, where it gives one. */
  readonly verdict: Verdict | null;
}

/** Rules whose summary is a comparison of figures: of the others the title says enough, and the rest is below. */
const COMPARES: readonly RuleName[] = [
  "deficit-above-profile",
  "above-own-plan",
  "deficit-heading-above-profile",
  "in-year-balance-missed",
  "in-year-balance-at-risk",
  "term-ended-without-balance",
  "clearance-missed",
];

export function isComparison(rule: RuleName): boolean {
  return COMPARES.includes(rule);
}

const LEAD = { missed: "Missed: ", "at-risk": "At risk: " } as const;

/**
 * What can be said of a council's promise in a sentence or two. Red and amber name what they rest on; where nothing
 * can be said, what is missing is named. Where a person has hidden it, that and why is all there is to say.
 */
export function standingOf({ status, flags, verdicts, verdictsHidden }: Judged): Standing {
  if (verdictsHidden) return { sentence: hiddenSentence(verdictsHidden), flags: [], verdict: null };
  if (status === "no-agreement") return { sentence: statusSentence(status), flags: [], verdict: null };
  if (status === "missed" || status === "at-risk") {
    const grave = flags.filter((flag) => flag.state === "open" && flag.severity === status);
    const compared = grave.filter(({ rule }) => isComparison(rule)).slice(0, 1);
    const others = grave.filter((flag) => !compared.includes(flag)).map(({ rule }) => ruleTitle(rule));
    const titles = sentenceOf([...new Set(others)]);
    const [first] = compared;
    if (first) {
      const also = titles === "" ? "" : ` Also: ${lowerFirst(titles)}`;
      return {
        sentence: `${LEAD[status]}${lowerFirst(first.summary)}${also}`,
        flags: compared,
        verdict: null,
      };
    }
    if (titles !== "")
      return { sentence: `${LEAD[status]}${lowerFirst(titles)}`, flags: grave, verdict: null };
    return { sentence: statusSentence(status), flags: [], verdict: null };
  }
  const latest = latestCounted(verdicts);
  if (status === "on-track") {
    const kept = latest === null ? statusSentence(status) : `On track: ${lowerFirst(latest.summary)}`;
    return { sentence: kept, flags: [], verdict: latest };
  }
  return unknown(flags, latest);
}

function unknown(flags: readonly Flag[], latest: Verdict | null): Standing {
  const terms = flags.find(
    (flag) => flag.state === "open" && flag.rule === "evidence-stale" && flag.financialYear === undefined,
  );
  const lead = "Whether it keeps its promise can’t be judged yet.";
  if (latest !== null) return { sentence: `${lead} ${latest.summary}`, flags: [], verdict: latest };
  const why = terms?.summary ?? "No planned deficit is held for a year that has been judged.";
  return { sentence: `${lead} ${why}`, flags: [], verdict: null };
}

const DECIDED: readonly Verdict["verdict"][] = [
  ...(["met", "within-tolerance", "missed", "missed-at-least", "above-plan"] as const),
];

/** The verdicts that count anywhere: of the version that stands, without the signing year. */
export function countedVerdicts(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter(({ against, baseline }) => against !== "original" && !baseline);
}

/** The latest year that published figures decide one way or the other. */
export function latestDecided(verdicts: readonly Verdict[]): Verdict | null {
  return countedVerdicts(verdicts).findLast(({ verdict }) => DECIDED.includes(verdict)) ?? null;
}

/** The latest year that published figures decide; else the latest of which at least something was published. */
export function latestCounted(verdicts: readonly Verdict[]): Verdict | null {
  const counted = countedVerdicts(verdicts);
  return (
    latestDecided(verdicts) ??
    counted.findLast(({ verdict }) => verdict === "cannot-compare") ??
    counted.at(-1) ??
    null
  );
}

/** "A; b; c." */
function sentenceOf(titles: readonly string[]): string {
  const [first, ...rest] = titles;
  return first === undefined ? "" : `${[first, ...rest.map(lowerFirst)].join("; ")}.`;
}

/** To go on after a colon; names and abbreviations keep their capital. */
function lowerFirst(text: string): string {
  return /^(?:DfE|[A-Z]{2})/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * The sentence over the front page: how the councils that signed stand, each of them counted once. Never a word of
 * praise for a zero.
 *
 * @param asOf the day on which they were last judged, as it is read: "24 November 2026"
 */
export function statusesSentence(
  statuses: Readonly<Partial<Record<Status, number>>>,
  asOf: string | null = null,
): string {
  const { missed = 0, "at-risk": atRisk = 0, "on-track": onTrack = 0, unknown: open = 0 } = statuses;
  const all = missed + atRisk + onTrack + open;
  if (all === 0) return "No agreement is held.";
  if (open === all) {
    const then = asOf === null ? "yet" : `as of ${asOf}`;
    return `${formatCount(all)} councils signed. None of their promises can be judged ${then}.`;
  }
  const parts = [
    missed === 0
      ? "none is shown to have missed its agreement"
      : `${formatCount(missed)} missed ${missed === 1 ? "its agreement" : "their agreements"}`,
    `${formatCount(atRisk)} ${atRisk === 1 ? "is" : "are"} at risk`,
    onTrack === 0
      ? "none is shown to be on track"
      : `${formatCount(onTrack)} ${onTrack === 1 ? "is" : "are"} on track`,
  ];
  const rest =
    open === 0 ? "" : `, and ${open === 1 ? "1 can’t be judged" : `${formatCount(open)} can’t be judged`}`;
  const by = asOf === null ? "By what is published" : `By what we held on ${asOf}`;
  return `${formatCount(all)} councils signed. ${by}, ${parts.join(", ")}${rest}.`;
}
