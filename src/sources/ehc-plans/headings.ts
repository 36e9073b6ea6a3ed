import { type CsvRow, type CsvTable, findColumns } from "@/formats/read-csv";
import { GEOGRAPHY_HEADINGS } from "../ees/geography";
import type { TableLayout } from "../ees/release-table";
import type { Symbols } from "../ees/symbols";

/** How a release laid its plans out: which rows are about all plans together, and which column counts them. */
export interface EhcPlansLayout extends TableLayout {
  readonly allPlans: Readonly<Record<string, string>>;
  readonly count: string;
}

export const LAYOUTS: readonly EhcPlansLayout[] = [
  layout({
    // 2023 release onwards
    allPlans: { breakdown_topic: "All EHC plans", breakdown: "All EHC plans" },
    count: "ehcplans",
    usualName: /(?:^|\/)caseload\.csv$/i,
  }),
  layout({
    // 2022 release
    allPlans: { characteristic_age: "Total" },
    count: "Total_ehc",
    usualName: /(?:^|\/)sen2_age_caseload\.csv$/i,
  }),
];

function layout(parts: Pick<EhcPlansLayout, "allPlans" | "count" | "usualName">): EhcPlansLayout {
  return {
    ...parts,
    headings: [...GEOGRAPHY_HEADINGS, ...Object.keys(parts.allPlans), parts.count],
    holdsFigures: (table) => allPlansRows(table, parts.allPlans).length > 0,
  };
}

/** The rows that a layout's filter keeps. */
export function allPlansRows(table: CsvTable, filter: EhcPlansLayout["allPlans"]): readonly CsvRow[] {
  const found = findColumns(table, Object.keys(filter));
  if (found.kind === "not-found") return [];
  const wanted = Object.entries(filter).map(
    ([name, value]) => [found.columns[name], value.toLowerCase()] as const,
  );
  return table.rows.filter((row) => wanted.every(([cell, value]) => cell?.(row).toLowerCase() === value));
}

/** As the data guidance of the 2025 release defines z and x; the others are the general ones. */
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
