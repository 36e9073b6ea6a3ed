import { compareYears } from "../financial-year";
import type { CouncilDossier, HeldAgreement } from "./held-figures";
import { type JudgedBy, judgeYear } from "./judge-year";
import type { Verdict } from "./verdict";
import { plansOfVersion, promisesOf } from "./version-plans";

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
      promisesOf(plansOfVersion(dossier, agreement))
        .filter(({ financialYear }) => financialYear <= by.thresholds.judgedThrough)
        .map((plan) => judgeYear(dossier, agreement, plan, { ...by, against })),
    )
    .toSorted((a, b) => compareYears(a.financialYear, b.financialYear));
}
