import { type CalendarDate, readCalendarDate } from "@/domain/calendar-date";
import { type FinancialYear, readFinancialYear, yearInAddress } from "@/domain/financial-year";
import { type Money, moneyOf } from "@/domain/money";
import type { Citation } from "@/domain/provenance";
import { type FigureFiles, figureRows, groupedBy } from "./figure-rows";

/** One published version of a year's allocations. */
export interface AllocationEdition {
  readonly year: FinancialYear;
  /** Null for a copy that doesn't say when it was published. */
  readonly publishedOn: CalendarDate | null;
  readonly citation: Citation;
  readonly councils: readonly AllocatedCouncil[];
}

export interface AllocatedCouncil {
  readonly dfeCode: string;
  /** As this edition prints it. */
  readonly name: string;
  readonly beforeDeductions: Money;
  readonly afterDeductions: Money;
}

const FILE = "figures/high_needs_allocations.csv";

/** Every edition held, in the order of the file: by year, an undated copy before the dated one. */
export function allocationEditions(figures: FigureFiles): AllocationEdition[] {
  const rows = figureRows(figures, FILE, [
    "financial_year",
    "published_on",
    "la_code",
    "la_name",
    "before_deductions_gbp",
    "after_deductions_gbp",
    "publication",
    "source_url",
  ]);
  const byEdition = groupedBy(rows, (row) => `${row.financial_year}@${row.published_on}`);
  return [...byEdition.values()].flatMap((ofEdition) => {
    const [first] = ofEdition;
    const year = readFinancialYear(first?.financial_year ?? "");
    if (!first || !year)
      throw new Error(`archive/${FILE} has no financial year in "${first?.financial_year}".`);
    return {
      year,
      publishedOn: readCalendarDate(first.published_on),
      citation: { title: first.publication, url: first.source_url },
      councils: ofEdition.map((row) => ({
        dfeCode: row.la_code,
        name: row.la_name,
        beforeDeductions: moneyOf(Number(row.before_deductions_gbp), "pound"),
        afterDeductions: moneyOf(Number(row.after_deductions_gbp), "pound"),
      })),
    };
  });
}

/** In the manner of the downloads: `dedicated-schools-grant_2022-to-2023_published-20-07-2023.ods`. */
export function editionFileName({ year, publishedOn }: AllocationEdition): string {
  const published = publishedOn
    ? `published-${publishedOn.split("-").reverse().join("-")}`
    : "publication-date-not-stated";
  return `dedicated-schools-grant_${yearInAddress(year)}_${published}.ods`;
}

/** `2022 to 2023`, as the DfE writes a year in titles. */
export function yearInTitle(year: FinancialYear): string {
  return yearInAddress(year).replaceAll("-", " ");
}
