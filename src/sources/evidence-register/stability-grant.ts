import { councilOf, registerFile, sourceOf } from "./register-file";

const COLUMNS = ["la_name", "as_at_date", "item", "value_gbp_m", "detail", "source_url"] as const;

/** What councils have said of the High Needs Stability Grant; amounts in £ million, where any is given. */
export const stabilityGrant = registerFile(
  "stability_grant",
  "High Needs Stability Grant",
  COLUMNS,
  (row) => [
    {
      type: "stability-grant",
      council: councilOf(row),
      asAt: row.maybe("as_at_date", row.partialDate),
      item: row.words("item"),
      amount: row.maybe("value_gbp_m", () => row.money("value_gbp_m", "million")),
      summary: row.words("detail"),
      ...sourceOf(row, "detail"),
    },
  ],
);
