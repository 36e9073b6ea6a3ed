import { type CsvTable, findColumns } from "@/formats/read-csv";
import { GEOGRAPHY_HEADINGS } from "../ees/geography";
import type { TableLayout } from "../ees/release-table";
import type { Symbols } from "../ees/symbols";

export const HEADINGS = [
  ...GEOGRAPHY_HEADINGS,
  "main_category",
  "category_of_expenditure",
  "gross_expenditure",
] as const;

/** The lines of the return that are read. The wording stays where a new format renumbers the lines. */
const CARRIED_FORWARD = /\b1\.9\.3\b|dedicated schools grant.*carried forward to next year/i;
const BROUGHT_FORWARD = /\b1\.9\.2\b|dedicated schools grant.*brought forward from previous year/i;

export function lineOf(category: string): "carried-forward" | "brought-forward" | "other" {
  if (CARRIED_FORWARD.test(category)) return "carried-forward";
  return BROUGHT_FORWARD.test(category) ? "brought-forward" : "other";
}

export const LAYOUTS: readonly TableLayout[] = [
  { headings: HEADINGS, holdsFigures: hasCarriedForward, usualName: /alleducation/i },
];

function hasCarriedForward(table: CsvTable): boolean {
  const found = findColumns(table, ["category_of_expenditure"]);
  if (found.kind === "not-found") return false;
  return table.rows.some((row) => CARRIED_FORWARD.test(found.columns.category_of_expenditure(row)));
}

/** As the releases of this publication define them; `:` and `~` are the older ones. */
export const SYMBOLS: Symbols = {
  z: "not-applicable",
  x: "not-available",
  c: "confidential",
  low: "low",
  k: "low",
  "~": "low",
  u: "not-available",
  ":": "not-available",
};
