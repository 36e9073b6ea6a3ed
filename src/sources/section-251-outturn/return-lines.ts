import { type FinancialYear, readFinancialYear } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import type { Locator } from "@/domain/provenance";
import { findColumns } from "@/formats/read-csv";
import { placeOf } from "../ees/geography";
import type { ReleaseTable } from "../ees/release-table";
import { HEADINGS, lineOf } from "./headings";

/** One row of the file on the grant's balance, as printed. */
export interface ReturnLine {
  readonly line: "carried-forward" | "brought-forward";
  readonly year: FinancialYear;
  /** Null for England. */
  readonly council: PrintedCouncil | null;
  readonly printed: string;
  readonly wording: string;
  readonly locator: Locator;
}

export type ReturnLines =
  | { readonly kind: "lines"; readonly lines: readonly ReturnLine[] }
  | { readonly kind: "not-understood"; readonly finding: Finding };

/** Picks the rows on lines 1.9.2 and 1.9.3, for England and for councils; everything else is another matter. */
export function returnLines({ path, table }: ReleaseTable): ReturnLines {
  const found = findColumns(table, HEADINGS);
  if (found.kind === "not-found") throw new Error(`${path} was chosen without its headings`);
  const { columns } = found;

  const lines: ReturnLine[] = [];
  for (const row of table.rows) {
    const wording = columns.category_of_expenditure(row);
    const line = lineOf(wording);
    const place = placeOf(row, columns);
    if (line === "other" || place.kind === "ignored") continue;
    const identifier = columns.time_identifier(row);
    const year = /^financial year$/i.test(identifier) ? readFinancialYear(columns.time_period(row)) : null;
    if (year === null) {
      return {
        kind: "not-understood",
        finding: {
          kind: "unexpected-layout",
          severity: "stop",
          message: `Line ${row.line} of ${path} isn't about a financial year. Nothing of it is published.`,
          expected: "a time_period such as 202324 with time_identifier Financial year",
          met: `${columns.time_period(row)} with ${identifier || "none"}`,
          locator: { path, row: row.line, cell: "time_identifier" },
        },
      };
    }
    lines.push({
      line,
      year,
      council: place.kind === "council" ? place.council : null,
      printed: columns.gross_expenditure(row),
      wording,
      locator: { path, row: row.line, cell: "gross_expenditure" },
    });
  }
  return { kind: "lines", lines };
}
