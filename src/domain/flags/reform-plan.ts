import type { GrantItem } from "../dsg/grant-item";
import { draftFlag, FIRST_VERSION, figure } from "./draft-flag";
import type { FlagRule } from "./flag";
import { amountOf, approvalsOf, citedAs } from "./grant-steps";
import { dateWords, moneyWords } from "./in-words";

const STEPS = [
  ["plan-submitted", "The council submitted its local SEND reform plan"],
  ["plan-approved", "DfE approved the local SEND reform plan"],
  ["paid", "DfE paid the High Needs Stability Grant"],
  ["refused", "DfE refused the High Needs Stability Grant"],
] as const satisfies readonly (readonly [GrantItem, string])[];

/** One flag for each step that is cited. */
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
  find({ dossier }) {
    return STEPS.flatMap(([step, words]) => {
      const cited = step === "plan-approved" ? approvalsOf(dossier) : citedAs(step, dossier);
      const latest = cited.at(-1);
      if (!latest) return [];
      const paid = step === "paid" ? amountOf(cited) : null;
      const amount = paid?.amount == null ? "" : `: ${moneyWords(paid.amount)}`;
      return [
        draftFlag(reformPlan, {
          financialYear: null,
          subject: step,
          checked: true,
          size: null,
          summary: `${words}${amount} (${dateWords(latest.date)}).`,
          evidence: cited.map((item) => figure(item.summary, item.amount, item.ref, item.date)),
        }),
      ];
    });
  },
};
