import type { GrantItem } from "../dsg/grant-item";
import { type CitedStage, type GrantPosition, grantPosition } from "../stability-grant/grant-position";
import { draftFlag, FIRST_VERSION, grantEvidence } from "./draft-flag";
import type { FlagRule } from "./flag";
import { dateWords, moneyWords } from "./in-words";

const STEPS = [
  ["plan-submitted", "planSubmitted", "The council submitted its local SEND reform plan"],
  ["plan-approved", "planApproved", "DfE approved the local SEND reform plan"],
  ["paid", "paid", "DfE paid the High Needs Stability Grant"],
  ["refused", "refused", "DfE refused the High Needs Stability Grant"],
] as const satisfies readonly (readonly [GrantItem, keyof GrantPosition, string])[];

export const reformPlan: FlagRule = {
  name: "reform-plan",
  version: "1",
  severity: "info",
  title: "Local SEND reform plan",
  meaning:
    "How far the council is on the way to the High Needs Stability Grant: plan submitted, plan approved, grant paid.",
  formula: "Each step is shown when a source says that it was taken.",
  thresholds: [],
  never: "Approval is never assumed: not from a plan that was sent, nor from a general announcement.",
  weaknesses: ["A step that was not published is not seen."],
  changes: FIRST_VERSION,
  find({ dossier, inYearBalances }) {
    const position = grantPosition(dossier.grantItems, inYearBalances);
    return STEPS.flatMap(([item, step, words]) => {
      const cited = position[step];
      if (!cited) return [];
      return [
        draftFlag(reformPlan, {
          financialYear: null,
          subject: item,
          checked: true,
          size: null,
          summary: `${words}${step === "paid" ? amountWords(cited) : ""} (${dateWords(cited.date)}).`,
          evidence: grantEvidence(cited.refs, dossier),
        }),
      ];
    });
  },
};

function amountWords({ amount }: CitedStage): string {
  if (amount === null) return "";
  const { least, most } = amount;
  return most === null || most === least
    ? `: ${moneyWords(least)}`
    : `: between ${moneyWords(least)} and ${moneyWords(most)}`;
}
