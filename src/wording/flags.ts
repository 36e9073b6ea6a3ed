import type { FlagState } from "@/domain/flags/compare-assessments";
import type { RuleName, Severity } from "@/domain/flags/flag";
import { RULE_BY_NAME } from "@/domain/flags/rules";
import type { Flag, FlagWithHistory } from "@/shapes/judgement-shapes";
import { formatYear } from "./dates";
import { formatCount } from "./money";

export function ruleTitle(rule: RuleName): string {
  return RULE_BY_NAME[rule].title;
}

const SEVERITY = {
  missed: { word: "Missed", means: "A published outturn is beyond what the agreement itself plans." },
  "at-risk": {
    word: "At risk",
    means: "A forecast, a trend, a statement or an event puts the agreement in doubt.",
  },
  unknown: { word: "Not known", means: "Something that is needed to judge is missing or in dispute." },
  info: { word: "Worth knowing", means: "Neither good nor bad by itself; it changes how figures are read." },
} as const satisfies Record<Severity, { word: string; means: string }>;

export function severityWord(severity: Severity): string {
  return SEVERITY[severity].word;
}

export function severityMeaning(severity: Severity): string {
  return SEVERITY[severity].means;
}

const STATE = { open: "Open", cleared: "Cleared", withdrawn: "Withdrawn" } as const satisfies Record<
  FlagState,
  string
>;

export function flagStateWord(state: FlagState): string {
  return STATE[state];
}

type ChangeKind = FlagWithHistory["history"][number]["kind"];

const CHANGE = {
  raised: "Raised",
  worsened: "Worsened",
  eased: "Eased",
  cleared: "Cleared",
  restated: "Restated",
  withdrawn: "Withdrawn",
  restored: "Restored",
} as const satisfies Record<ChangeKind, string>;

export function flagChangeWord(kind: ChangeKind): string {
  return CHANGE[kind];
}

/** In place of what a withdrawn flag said. */
export function withdrawnSummary(reason: string | null): string {
  return reason === null ? "Withdrawn." : `Withdrawn: ${reason}`;
}

/** Beside whatever rests on terms that nobody has confirmed. */
export const NOT_CHECKED = "machine-read, not yet checked";

/** Under every verdict and flag. */
export const DERIVED_READING =
  "This is our own reading of published figures, not a judgement by the Department for Education.";

/** What a flag is called: its rule, and the year where it is about one. */
export function flagName({ rule, financialYear }: Pick<Flag, "rule" | "financialYear">): string {
  return financialYear === undefined ? ruleTitle(rule) : `${ruleTitle(rule)}, ${formatYear(financialYear)}`;
}

interface Asked {
  readonly rule: RuleName | null;
  readonly severity: Severity | null;
  /** Null: whatever the state. */
  readonly state: FlagState | null;
  readonly authority: Pick<Flag["authority"], "name"> | null;
  /** A council that was asked for and that nobody knows. */
  readonly unknown: string | null;
}

/** The sentence over the register: how many flags are open, of how many councils, and what of. */
export function flagsSentence(
  flags: readonly Pick<Flag, "state" | "severity" | "authority">[],
  { rule, severity, state, authority, unknown }: Asked,
): string {
  const open = flags.filter(({ state }) => state === "open");
  const named = rule === null ? "" : ` for “${ruleTitle(rule)}”`;
  const graded = severity === null ? "" : ` of the kind “${severityWord(severity)}”`;
  const about = authority === null ? "" : ` about ${authority.name}`;
  const what = `${about}${named}${graded}`;
  const lead = unknown === null ? "" : `We know no council “${unknown}”; these are the flags of all. `;
  if (state === "cleared") {
    const count =
      flags.length === 0 ? "No flag" : flags.length === 1 ? "1 flag" : `${formatCount(flags.length)} flags`;
    return `${lead}${count}${what} ${flags.length > 1 ? "have" : "has"} been cleared.`;
  }
  if (open.length === 0) {
    const before = flags.length === 0 ? "" : "; there was one before, which stands below";
    return `${lead}No flag${what} is open${before}.`;
  }
  const flagged = formatCount(open.length);
  const councils = new Set(open.map((flag) => flag.authority.dfeCode)).size;
  const of =
    authority === null ? ` on ${formatCount(councils)} ${councils === 1 ? "council" : "councils"}` : about;
  const missed = open.filter((flag) => flag.severity === "missed").length;
  const misses =
    severity !== null || rule !== null
      ? ""
      : missed === 0
        ? "; none of them says that a promise was missed"
        : `; ${formatCount(missed)} of them ${missed === 1 ? "says" : "say"} that a promise was missed`;
  return `${lead}${flagged} ${open.length === 1 ? "flag is" : "flags are"} open${of}${named}${graded}${misses}.`;
}
