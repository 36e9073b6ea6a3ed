import { BASES, LOCAL_CONTRIBUTIONS, PLAN_SOURCES, SCOPES } from "@/domain/dsg/balance";
import { confidenceOf, councilOf, registerFile, sourceOf } from "./register-file";

const COLUMNS = [
  "la_name",
  "agreement_version",
  "financial_year",
  "planned_cumulative_deficit_gbp_m",
  "basis",
  "scope",
  "local_contributions",
  "plan_source",
  "basis_note",
  "source_url",
  "confidence",
] as const;

/** Planned deficits (positive, £ million) at year ends, with where each plan was read. */
export const deficitProfile = registerFile("deficit_profile", "planned deficits", COLUMNS, (row) => [
  {
    type: "profile-point",
    council: councilOf(row),
    agreementVersion: row.words("agreement_version"),
    financialYear: row.year("financial_year"),
    deficit: row.money("planned_cumulative_deficit_gbp_m", "million"),
    error: row.rounding("planned_cumulative_deficit_gbp_m", "million"),
    basis: row.oneOf("basis", BASES),
    scope: row.oneOf("scope", SCOPES),
    localContributions: row.oneOf("local_contributions", LOCAL_CONTRIBUTIONS),
    planSource: row.oneOf("plan_source", PLAN_SOURCES),
    wording: row.text("basis_note"),
    ...sourceOf(row, "planned_cumulative_deficit_gbp_m"),
    confidence: confidenceOf(row),
  },
]);
