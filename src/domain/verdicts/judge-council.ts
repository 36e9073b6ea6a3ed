import { compareYears, type FinancialYear } from "../financial-year";
import type { CouncilDossier, HeldAgreement, HeldPlan } from "./held-figures";
import { type JudgedBy, judgeYear } from "./judge-year";
import type { Verdict } from "./verdict";

/**
 * The verdicts on a council: one for each planned year of the original and of the current version of its
 * agreement, oldest year first. A council that never signed has none.
 */
export function judgeCouncil(dossier: CouncilDossier, by: Omit<JudgedBy, "against">): readonly Verdict[] {
  const original = dossier.agreements[0];
  const current = dossier.agreements.at(-1);
  if (!original || !current) return [];
  const versions: readonly (readonly [HeldAgreement, Verdict["against"]])[] =
    original === current
      ? [[current, "both"]]
      : [
          [original, "original"],
          [current, "current"],
        ];
  return versions
    .flatMap(([agreement, against]) =>
      plansOf(dossier, agreement)
        .filter(({ financialYear }) => financialYear <= by.thresholds.judgedThrough)
        .map((plan) => judgeYear(dossier, agreement, plan, { ...by, against })),
    )
    .toSorted((a, b) => compareYears(a.financialYear, b.financialYear));
}

/**
 * The planned deficit of each year of a version. Plans of no held version are the current one's: that is the
 * agreement people speak of. Of several for a year the one nearest to the agreement counts.
 */
function plansOf({ plans, agreements }: CouncilDossier, agreement: HeldAgreement): readonly HeldPlan[] {
  const known = new Set(agreements.map(({ version }) => version));
  const isCurrent = agreements.at(-1) === agreement;
  const ofVersion = plans.filter(({ agreementVersion }) =>
    known.has(agreementVersion) ? agreementVersion === agreement.version : isCurrent,
  );
  const byYear = new Map<FinancialYear, HeldPlan>();
  for (const plan of ofVersion) {
    const rival = byYear.get(plan.financialYear);
    if (!rival || standing(plan) < standing(rival)) byYear.set(plan.financialYear, plan);
  }
  return [...byYear.values()];
}

const NEAREST_FIRST = ["agreement", "press", "plan", "aim", "computed"] as const;

/**
 * Smaller is nearer to the agreement; ties fall to the surer, then to the higher amount (in doubt for the
 * council), never to the order of rows.
 */
function standing({ planSource, confidence, deficit }: HeldPlan): number {
  const sureness = { high: 0, medium: 1, low: 2 }[confidence ?? "high"];
  return NEAREST_FIRST.indexOf(planSource) * 1e16 + sureness * 1e15 - deficit;
}
