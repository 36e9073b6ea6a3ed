import type { AlertKind } from "@/domain/alerts/alert";
import type { RuleName } from "@/domain/flags/flag";
import { ruleTitle } from "./flags";
import { formatCount } from "./money";

/** "Exampleshire: Deficit above the agreed profile", or that it no longer holds. */
export function flagAlertTitle(council: string, rule: RuleName, cleared: boolean): string {
  return `${council}: ${ruleTitle(rule)}${cleared ? " (cleared)" : ""}`;
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
  const lead = council === null ? "" : `${council}: `;
  const [only] = summaries;
  if (summaries.length === 1 && only !== undefined) return `${lead}${only}`;
  return `${lead}${formatCount(summaries.length)} ${SEVERAL[kind] ?? "changes"}`;
}

/** Of a flag that people were told of and that a person has taken back, or put back. */
export function correctionTitle(council: string, rule: RuleName, withdrawn: boolean): string {
  return withdrawn
    ? `${council}: correction, we withdrew “${ruleTitle(rule)}”`
    : `${council}: “${ruleTitle(rule)}” stands again`;
}
