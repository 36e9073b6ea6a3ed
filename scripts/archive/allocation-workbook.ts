import type { CalendarDate } from "@/domain/calendar-date";
import { type FinancialYear, startYear } from "@/domain/financial-year";
import { type Money, type MoneyUnit, PENCE_PER, sum } from "@/domain/money";
import { type AllocationEdition, yearInTitle } from "./allocation-editions";
import { REBUILT } from "./archive-document";
import { COVERED, type OdsCell, odsBytes } from "./ods";

/**
 * An allocation workbook in the layout of its year, with the two high needs columns and no others.
 *
 * The other blocks' figures aren't held: their columns stay blank, and the sheets that only
 * break blocks down are left out, as are the subtotals of regions and types of council.
 *
 * @param origin what the workbook says of itself: that it isn't the publication
 */
export function allocationWorkbook(edition: AllocationEdition, origin: string = REBUILT): Uint8Array {
  return odsBytes([
    {
      name: `Information_${yearInTitle(edition.year).replaceAll(" ", "_")}`,
      rows: informationRows(edition, origin),
    },
    { name: "Allocations_summary", rows: summaryRows(edition) },
  ]);
}

function informationRows({ year, publishedOn, citation }: AllocationEdition, origin: string): OdsCell[][] {
  const years = yearInTitle(year);
  const lines: OdsCell[][] = [
    [`Dedicated schools grant (DSG): ${years} financial year allocations`],
    [],
    [`${origin} It holds the high needs block of the ${years} financial year allocations of the DSG only.`],
    ["Please note that Isles of Scilly and City of London are not included within this file."],
    [],
    ["This spreadsheet contains the following worksheets:"],
    [],
    [
      `${years} Allocations Summary:`,
      "This worksheet contains the high needs block of each local authority in England. The columns of the other blocks are blank because their figures are not held.",
    ],
    [],
    ["Figures taken from:", citation.title],
    [null, citation.url],
    [],
  ];
  if (publishedOn) lines.push(["Publication date:", publicationDate(publishedOn)]);
  return lines.map((cells) => [null, ...cells]);
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** As the information sheets print it: `Thursday, 20 Jul, 2023`. */
function publicationDate(date: CalendarDate): string {
  const day = new Date(`${date}T00:00:00Z`);
  return `${WEEKDAYS[day.getUTCDay()]}, ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}, ${day.getUTCFullYear()}`;
}

function summaryRows(edition: AllocationEdition): OdsCell[][] {
  const { year, councils } = edition;
  const unit: MoneyUnit = startYear(year) < 2020 ? "million" : "pound";
  const wording = headingsOf(year);
  const blank = startYear(year) < 2020 ? null : " ";
  const blanks = (count: number): OdsCell[] => Array.from({ length: count }, () => blank);
  const covered = (count: number): OdsCell[] => Array.from({ length: count }, () => COVERED);
  return [
    [
      { text: wording.title, columns: 2, rows: 2 },
      COVERED,
      { text: wording.before, columns: 5, rows: 1 },
      ...covered(4),
      { text: wording.after, columns: 5, rows: 1 },
      ...covered(4),
    ],
    [COVERED, COVERED, ...wording.columns],
    [...blanks(2), ...[..."ABCDEFGHIJ"].map((letter) => `[${letter}]`)],
    [...blanks(6), "= [A] + [B] + [C] + [D]", ...blanks(4), "= [F] + [G] + [H] + [I]"],
    allocationRow(
      ["ENGLAND", null],
      sum(councils.map((council) => council.beforeDeductions)),
      sum(councils.map((council) => council.afterDeductions)),
      unit,
    ),
    ...councils.map(({ dfeCode, name, beforeDeductions, afterDeductions }) =>
      allocationRow([codeCell(year, dfeCode), name], beforeDeductions, afterDeductions, unit),
    ),
  ];
}

/** Columns A to L; the high needs block is E before deductions and J after. */
function allocationRow(area: [OdsCell, OdsCell], before: Money, after: Money, unit: MoneyUnit): OdsCell[] {
  const inUnit = (amount: Money) => amount / PENCE_PER[unit];
  return [...area, null, null, inUnit(before), null, null, null, null, inUnit(after), null, null];
}

/** The code is text in the 2020-21 file and a number in all others; an invented one is always text. */
function codeCell(year: FinancialYear, dfeCode: string): OdsCell {
  return startYear(year) === 2020 || !/^\d+$/.test(dfeCode) ? dfeCode : Number(dfeCode);
}

interface SummaryHeadings {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly columns: readonly string[];
}

function headingsOf(year: FinancialYear): SummaryHeadings {
  if (startYear(year) < 2020) return headingsInMillions();
  const years = yearInTitle(year);
  // National non-domestic rates are paid centrally, and so deducted, from 2022-23 on.
  const rates = startYear(year) >= 2022;
  return {
    title: `Dedicated schools grant: ${years} allocations local authority summary`,
    before: `${years} DSG allocations, before recoupment and deductions for ${rates ? "national non-domestic rates, and for " : ""}direct funding of high needs places by Education and Skills Funding Agency (ESFA)`,
    after: `${years} DSG allocations, after deductions for academies recoupment${rates ? ", national non-domestic rates" : ""} and direct funding of high needs places by ESFA`,
    columns: [
      "Schools block (£s)",
      "Central school services block (£s)",
      "High needs block (£s)",
      "Early years block (£s)",
      "Total DSG allocation (£s)",
      "Schools block (£s)",
      "Central school services block allocation (£s)",
      "High needs block allocation (£s)",
      "Early years block (£s)",
      "Total DSG allocation (£s)",
    ],
  };
}

/** The 2019-20 sheet, the only one in £ million, breaks its headings over lines. */
function headingsInMillions(): SummaryHeadings {
  const blocks = [
    "2019-20 schools block \n(£ million)",
    "2019-20 central school services block allocation \n(£ million)",
    "2019-20\nhigh needs block allocation  \n(£ million)",
    "2019-20 early years block \n(£ million)",
    "2019-20 \ntotal DSG allocation \n(£ million)",
  ];
  return {
    title: "Dedicated schools grant: \n2019-20 allocations local authority summary",
    before:
      "2019-20 DSG allocations, prior to recoupment and deductions for direct funding of high needs places by ESFA",
    after:
      "2019-20 DSG allocations, after deductions for academies recoupment and direct funding of high needs places by ESFA",
    columns: [...blocks, ...blocks],
  };
}
