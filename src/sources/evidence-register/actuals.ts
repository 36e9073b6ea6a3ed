import {
  type After,
  BASES,
  type Basis,
  KINDS,
  type Known,
  LOCAL_CONTRIBUTIONS,
  type LocalContributions,
  SCOPES,
} from "@/domain/dsg/balance";
import { present } from "@/domain/published-value";
import { afterStabilityGrantAt } from "../stability-grant-dates";
import { confidenceOf, councilOf, registerFile, sourceOf } from "./register-file";

const COLUMNS = [
  "la_name",
  "as_at_date",
  "date_inferred",
  "deficit_gbp_m",
  "error_gbp_m",
  "kind",
  "basis",
  "scope",
  "local_contributions",
  "published_on",
  "basis_note",
  "source_url",
  "confidence",
  "copy_of",
] as const;

/** Deficits (positive, £ million) that councils, DfE and the press gave for year ends, each on its own basis. */
export const actuals = registerFile("actuals", "published deficits", COLUMNS, (row) => {
  const asAt = row.day("as_at_date");
  const basis = row.oneOf("basis", BASES);
  const localContributions = row.oneOf("local_contributions", LOCAL_CONTRIBUTIONS);
  const after: After = {
    safetyValve: AFTER_SAFETY_VALVE[basis],
    stabilityGrant: afterStabilityGrantAt(asAt),
    localContribution: AFTER_LOCAL_CONTRIBUTION[localContributions],
  };
  return [
    {
      type: "outturn",
      council: councilOf(row),
      asAt,
      asAtInferred: row.oneOf("date_inferred", ["yes", "no"]) === "yes",
      deficit: present(row.money("deficit_gbp_m", "million")),
      error:
        row.maybe("error_gbp_m", () => row.money("error_gbp_m", "million")) ??
        row.rounding("deficit_gbp_m", "million"),
      basis,
      scope: row.oneOf("scope", SCOPES),
      after,
      kind: row.oneOf("kind", KINDS),
      publishedOn: row.maybe("published_on", row.partialDate),
      wording: row.text("basis_note"),
      copyOf: row.text("copy_of"),
      ...sourceOf(row, "deficit_gbp_m"),
      confidence: confidenceOf(row),
    },
  ];
});

const AFTER_SAFETY_VALVE: Record<Basis, Known> = { net: "yes", gross: "no", unknown: "unknown" };

const AFTER_LOCAL_CONTRIBUTION: Record<LocalContributions, Known> = {
  included: "yes",
  excluded: "no",
  unknown: "unknown",
};
