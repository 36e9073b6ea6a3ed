import { aboveOwnPlan } from "./above-own-plan";
import { clearanceMissed } from "./clearance-missed";
import { deficitAboveProfile } from "./deficit-above-profile";
import { deficitHeadingAboveProfile } from "./deficit-heading-above-profile";
import { evidenceStale } from "./evidence-stale";
import { fallIsGrant } from "./fall-is-grant";
import type { DraftFlag, FlagRule, JudgedCouncil, RuleName } from "./flag";
import { inYearBalanceAtRisk } from "./in-year-balance-at-risk";
import { inYearBalanceMissed } from "./in-year-balance-missed";
import { notJudged } from "./not-judged";
import { paymentWithheld } from "./payment-withheld";
import { paymentsRephased } from "./payments-rephased";
import { reformPlan } from "./reform-plan";
import { residualAfterGrant } from "./residual-after-grant";
import { saysOffTrack } from "./says-off-track";
import { sourcesDisagree } from "./sources-disagree";
import { targetMoved } from "./target-moved";
import { termEndedWithoutBalance } from "./term-ended-without-balance";
import { underReview } from "./under-review";

/** Every rule, by name, in the order in which they are explained. */
export const RULE_BY_NAME: Readonly<Record<RuleName, FlagRule>> = {
  "deficit-above-profile": deficitAboveProfile,
  "above-own-plan": aboveOwnPlan,
  "deficit-heading-above-profile": deficitHeadingAboveProfile,
  "in-year-balance-missed": inYearBalanceMissed,
  "in-year-balance-at-risk": inYearBalanceAtRisk,
  "term-ended-without-balance": termEndedWithoutBalance,
  "clearance-missed": clearanceMissed,
  "says-off-track": saysOffTrack,
  "payment-withheld": paymentWithheld,
  "under-review": underReview,
  "target-moved": targetMoved,
  "payments-rephased": paymentsRephased,
  "not-judged": notJudged,
  "sources-disagree": sourcesDisagree,
  "evidence-stale": evidenceStale,
  "fall-is-grant": fallIsGrant,
  "residual-after-grant": residualAfterGrant,
  "reform-plan": reformPlan,
};

export const FLAG_RULES: readonly FlagRule[] = Object.values(RULE_BY_NAME);

/** What all rules find about one council, in the rules' order. */
export function findFlags(judged: JudgedCouncil): readonly DraftFlag[] {
  return FLAG_RULES.flatMap((rule) => rule.find(judged));
}
