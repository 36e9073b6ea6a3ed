import { deficitFromBalance } from "@/domain/dsg/balance";
import { present } from "@/domain/published-value";
import { afterStabilityGrantAt } from "../stability-grant-dates";
import { registerFile, sourceOf } from "./register-file";

const COLUMNS = [
  "la_code",
  "la_name",
  "as_at_date",
  "balance_gbp",
  "error_gbp",
  "basis_note",
  "source_url",
] as const;

/**
 * Balances at March 2020 to 2022 worked back from DfE's percentages of the grant, £, each with its error.
 * The file gives balances (negative is a deficit); they are section 251 line 1.9.3, so net and the whole grant.
 */
export const derivedBalances = registerFile("derived_balances", "balances worked back", COLUMNS, (row) => {
  const asAt = row.day("as_at_date");
  return [
    {
      type: "outturn",
      council: { dfeCode: row.words("la_code"), name: row.words("la_name") },
      asAt,
      asAtInferred: false,
      deficit: present(deficitFromBalance(row.money("balance_gbp", "pound"))),
      error: row.money("error_gbp", "pound"),
      basis: "net",
      scope: "dsg",
      after: {
        safetyValve: "yes",
        stabilityGrant: afterStabilityGrantAt(asAt),
        localContribution: "unknown",
      },
      kind: "derived",
      publishedOn: null,
      wording: row.text("basis_note"),
      copyOf: null,
      ...sourceOf(row, "balance_gbp"),
    },
  ];
});
