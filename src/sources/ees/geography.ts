import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import type { Columns, CsvRow } from "@/formats/read-csv";

/** Columns that every data file of Explore education statistics has, in an order that isn't fixed. */
export const GEOGRAPHY_HEADINGS = [
  "time_period",
  "time_identifier",
  "geographic_level",
  "new_la_code",
  "old_la_code",
  "la_name",
] as const;

export type GeographyColumns = Columns<(typeof GEOGRAPHY_HEADINGS)[number]>;

export type Place =
  | { readonly kind: "national" }
  | { readonly kind: "council"; readonly council: PrintedCouncil }
  /** Regions, and two councils on one row ("E06000061 / E06000062"): sums of rows that are there anyway. */
  | { readonly kind: "ignored" };

/** Symbols stand in code columns too, where a place has no such code. */
const NO_CODE = new Set(["", "z", "x", ":", ".."]);

/**
 * The place a row is about. Councils are joined on the DfE's three-digit code (`old_la_code`), since files go
 * on using abolished ONS codes.
 */
export function placeOf(row: CsvRow, columns: GeographyColumns): Place {
  const level = columns.geographic_level(row).toLowerCase();
  if (level === "national") return { kind: "national" };
  if (level !== "local authority") return { kind: "ignored" };

  const dfeCode = columns.old_la_code(row).replace(/\.0+$/, "");
  const gssCode = columns.new_la_code(row);
  if (dfeCode.includes("/") || gssCode.includes("/")) return { kind: "ignored" };
  return {
    kind: "council",
    council: {
      dfeCode: NO_CODE.has(dfeCode) ? null : dfeCode,
      gssCode: NO_CODE.has(gssCode) ? null : gssCode,
      name: columns.la_name(row),
    },
  };
}

/** Tells councils apart within one file. */
export function councilKey({ dfeCode, gssCode, name }: PrintedCouncil): string {
  return dfeCode ?? gssCode ?? name;
}
