import { compareYears, type FinancialYear } from "../financial-year";
import { byRef, type CouncilDossier, type HeldAgreement, type HeldPlan } from "./held-figures";
import { NOT_KNOWN_OF_PROMISE, type Reason } from "./verdict";

/**
 * All planned deficits of a version. Plans of no held version are the current one's: that is the agreement
 * people speak of.
 */
export function plansOfVersion(
  { plans, agreements }: Pick<CouncilDossier, "plans" | "agreements">,
  agreement: HeldAgreement,
): readonly HeldPlan[] {
  const known = new Set(agreements.map(({ version }) => version));
  const isCurrent = agreements.at(-1) === agreement;
  return plans.filter(({ agreementVersion }) =>
    known.has(agreementVersion) ? agreementVersion === agreement.version : isCurrent,
  );
}

/**
 * One planned deficit for each year, oldest first: of several one that can decide before one that can't, then
 * the nearest to the agreement, then the surer, then the higher (in doubt for the council).
 */
export function promisesOf(plans: readonly HeldPlan[]): readonly HeldPlan[] {
  const byYear = new Map<FinancialYear, HeldPlan>();
  for (const plan of plans) {
    const rival = byYear.get(plan.financialYear);
    if (!rival || compareStanding(plan, rival, plans) < 0) byYear.set(plan.financialYear, plan);
  }
  return [...byYear.values()].toSorted((a, b) => compareYears(a.financialYear, b.financialYear));
}

/** All plans, those that can decide and stand nearest to the agreement first. */
export function inStanding(plans: readonly HeldPlan[]): readonly HeldPlan[] {
  return plans.toSorted((a, b) => compareStanding(a, b, plans));
}

const NEAREST_FIRST = ["agreement", "press", "plan", "aim", "computed"] as const;
const SUREST_FIRST = ["high", "medium", "low"] as const;

function compareStanding(a: HeldPlan, b: HeldPlan, all: readonly HeldPlan[]): number {
  const rank = (plan: HeldPlan) => [
    Number(troubleWith(plan, all) !== null),
    NEAREST_FIRST.indexOf(plan.planSource),
    SUREST_FIRST.indexOf(plan.confidence ?? "high"),
    -plan.deficit,
  ];
  const [left, right] = [rank(a), rank(b)];
  for (const [index, own] of left.entries()) {
    const difference = own - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return byRef(a.ref, b.ref);
}

/**
 * Why a promise decides nothing; null where it may.
 *
 * @param all every plan of the same version
 */
export function troubleWith(plan: HeldPlan, all: readonly HeldPlan[]): Reason | null {
  return NOT_KNOWN_OF_PROMISE.find(({ holds }) => holds(plan, all))?.reason ?? null;
}
