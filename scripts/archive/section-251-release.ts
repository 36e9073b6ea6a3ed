import { stringify } from "csv-stringify/sync";
import { lastDay, readFinancialYear } from "@/domain/financial-year";
import type { ArchiveDocument } from "./archive-document";
import { councilAreas } from "./council-areas";
import { type FigureFiles, figureRows } from "./figure-rows";
import { releaseDocuments } from "./statistics-release";

const FILE = "figures/section_251_balances.csv";

export const SECTION_251_COLUMNS = [
  "time_period",
  "time_identifier",
  "geographic_level",
  "country_name",
  "country_code",
  "region_name",
  "region_code",
  "la_name",
  "old_la_code",
  "new_la_code",
  "main_category",
  "category_of_expenditure",
  "early_years_establishments",
  "primary_schools",
  "secondary_schools",
  "sen_and_special_schools",
  "pupil_referral_units_and_alt_provision",
  "post_16",
  "gross_expenditure",
  "income",
  "net_expenditure",
  "net_per_capita_expenditure",
] as const;

const NOT_IN_FILE = ":";
/** The release's symbols for why a figure is absent. */
const SYMBOLS: Readonly<Record<string, string>> = { "not-available": "x" };

/**
 * The section 251 outturn release with line 1.9.3 only: what each council carried forward.
 *
 * Pounds, positive for a deficit, as published. There is no National row: none is held.
 */
export function section251Documents(figures: FigureFiles): ArchiveDocument[] {
  const rows = figureRows(figures, FILE, [
    "la_code",
    "la_name",
    "financial_year",
    "deficit_gbp",
    "missing_reason",
    "source_url",
  ]);
  const held = rows.find((row) => row.deficit_gbp !== "");
  const year = readFinancialYear(held?.financial_year ?? "");
  if (!held || !year) throw new Error(`archive/${FILE} has no balance of a financial year.`);
  if (rows.some((row) => row.financial_year !== year)) {
    throw new Error(`archive/${FILE} has more than one financial year; the release holds one.`);
  }

  const areaOf = councilAreas(figures);
  const lines = rows.map((row) => {
    const area = areaOf(row.la_code, lastDay(year));
    return [
      year.replace("-", ""),
      "Financial year",
      "Local authority",
      "England",
      "E92000001",
      area.regionName,
      area.regionCode,
      row.la_name,
      row.la_code,
      area.gssCode,
      "Dedicated schools grant",
      "1.9.3 Dedicated Schools Grant carried forward to next year",
      ...Array.from({ length: 6 }, () => NOT_IN_FILE),
      row.deficit_gbp || symbolFor(row.missing_reason, row.la_name),
      ...Array.from({ length: 3 }, () => NOT_IN_FILE),
    ];
  });

  return releaseDocuments({
    publication: { slug: "la-and-school-expenditure", title: "LA and school expenditure" },
    slug: year,
    title: `Financial year ${year}`,
    yearTitle: year,
    citation: {
      title: `LA and school expenditure ${year}, line 1.9.3, as compiled by a third party`,
      url: held.source_url,
    },
    files: [
      {
        name: "s251_alleducation_la_regional_national(2).csv",
        title: "All local authority expenditure on education",
        guidance:
          "Line 1.9.3, dedicated schools grant carried forward to next year, of each local authority, in pounds; positive is a deficit. All other lines, the regional and national rows and the other value columns are not held (:). Where the figure of a local authority is not available it is x.",
        csv: stringify([SECTION_251_COLUMNS, ...lines], { record_delimiter: "\r\n" }),
      },
    ],
  });
}

function symbolFor(missingReason: string, council: string): string {
  const symbol = SYMBOLS[missingReason];
  if (!symbol)
    throw new Error(`archive/${FILE}: ${council} has neither a balance nor a known reason for its absence.`);
  return symbol;
}
