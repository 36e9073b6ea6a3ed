import type { AlertKind } from "@/domain/alerts/alert";
import type { RuleName } from "@/domain/flags/flag";
import type { FlagWithHistory } from "@/shapes/judgement-shapes";
import { changeTitle } from "./change-titles";
import { ruleTitle } from "./flags";
import { formatCount } from "./money";

type FlagChangeKind = FlagWithHistory["history"][number]["kind"];

/**
 * What happened to a flag, as the subject of a message and the title in a feed: "Exampleshire: Deficit above the agreed
 * profile", that it no longer holds, or that a person has taken it back or put it back.
 */
export function flagNewsTitle(council: string, rule: RuleName, kind: FlagChangeKind): string {
  switch (kind) {
    case "withdrawn":
      return `${council}: correction, we withdrew “${ruleTitle(rule)}”`;
    case "restored":
      return `${council}: “${ruleTitle(rule)}” stands again`;
    case "cleared":
      return `${council}: ${ruleTitle(rule)} (cleared)`;
    default:
      return `${council}: ${ruleTitle(rule)}`;
  }
}

/**
 * What is said of it, in messages and feeds alike.
 *
 * @param summary the rule's own words
 * @param reason why a person has withdrawn it
 */
export function flagNewsSentence({
  kind,
  rule,
  summary,
  reason = null,
}: {
  readonly kind: FlagChangeKind;
  readonly rule: RuleName;
  readonly summary: string;
  readonly reason?: string | null;
}): string {
  switch (kind) {
    case "withdrawn":
      return reason === null ? "We have withdrawn this." : `We have withdrawn this. ${reason}`;
    case "restored":
      return `We had withdrawn this, and it stands again: ${summary}`;
    case "cleared":
      return `No longer found: ${ruleTitle(rule).toLowerCase()}. Before, it said: ${summary}`;
    case "worsened":
      return `${summary} This is more than before.`;
    case "eased":
      return `${summary} This is less than before.`;
    default:
      return summary;
  }
}

const SEVERAL: Readonly<Partial<Record<AlertKind, string>>> = {
  "agreement-changed": "changes to the agreement or its page",
  "payment-news": "changes to payments",
  "outturn-published": "figures published",
  "figure-corrected": "figures restated or corrected",
};

/** Of one change its own words, of several how many there are: "Exampleshire: 5 changes to the agreement or its page". */
export function changeAlertTitle(
  council: string | null,
  kind: AlertKind,
  summaries: readonly string[],
): string {
  const [only] = summaries;
  if (summaries.length === 1 && only !== undefined) return changeTitle(council, only);
  const lead = council === null ? "" : `${council}: `;
  return `${lead}${formatCount(summaries.length)} ${SEVERAL[kind] ?? "changes"}`;
}
