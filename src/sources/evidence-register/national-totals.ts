import { registerFile, sourceOf } from "./register-file";

const COLUMNS = ["financial_year", "measure", "value_gbp_bn", "source_url"] as const;

/** National figures as various people published them, £ billion, on mixed bases: never one line. */
export const nationalTotals = registerFile("national_totals", "national figures", COLUMNS, (row) => [
  {
    type: "national-figure",
    financialYear: row.year("financial_year"),
    measure: row.words("measure"),
    amount: row.money("value_gbp_bn", "billion"),
    ...sourceOf(row, "value_gbp_bn"),
  },
]);
