import type { CalendarDate } from "@/domain/calendar-date";
import type { AllocationDraft, DraftFigure, NationalTotalDraft } from "@/domain/dsg/draft-figures";
import { compareYears, type FinancialYear, startYear } from "@/domain/financial-year";
import { type Finding, stops } from "@/domain/finding";
import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import type { Money } from "@/domain/money";
import type { Origin } from "@/domain/provenance";
import { missing, type PublishedValue, present } from "@/domain/published-value";
import { readWorkbook, type Workbook } from "@/formats/read-workbook";
import { UnreadableWorkbook } from "@/formats/unreadable-workbook";
import type { DraftReading, FetchedDocument } from "../publication";
import { chooseColumns } from "./choose-columns";
import { compareSheets } from "./compare-sheets";
import { publishedOn, yearOf } from "./edition-of";
import { type AllocationTable, findAllocationTable } from "./find-table";
import { isInformationSheet, isOtherSheet, isSummarySheet, isWorkingsSheet, type Stage } from "./headings";
import { type Amount, readRows, type TableRows } from "./read-rows";

/** The edition key of a workbook that repeats the summaries of several years. */
export const COMPILED = "compiled";

/**
 * Reads the high needs block of every council, before and after deductions, from a workbook of
 * dedicated schools grant allocations.
 *
 * Figures come from `Allocations_summary`; without it, those before deductions from
 * `High_needs_block`; with both, the second is held against the first. Amounts are turned from
 * the unit of their heading into pence.
 *
 * One workbook is one edition, `2023-24@2023-07-20`, or `2023-24@undated`. A compiled workbook
 * holds the summaries of several years (sheets Allocations_2324 to Allocations_1920): it is one
 * edition too, `compiled`, of no single year and no publication date, since it says for none of
 * its years which of the published versions it repeats. Its figures carry their own years.
 *
 * A row's locator names the cell of the figure before deductions ("E6", row 6); the figure after
 * deductions stands in the same row.
 */
export function readAllocations(document: FetchedDocument): DraftReading {
  let workbook: Workbook;
  try {
    workbook = readWorkbook(document.bytes, { sheets: (name) => !isOtherSheet(name) });
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return notUnderstood([unreadable(error)]);
    throw error;
  }
  const information = workbook.sheets.find((sheet) => isInformationSheet(sheet.name));
  const tables = workbook.sheets
    .filter((sheet) => sheet !== information)
    .map(findAllocationTable)
    .filter((table) => table !== null);
  const summaries = summariesAmong(tables);
  const unread = workbook.sheets.filter(
    ({ name }) => isSummarySheet(name) && !tables.some(({ sheet }) => sheet.name === name),
  );
  if (summaries.length === 0 || unread.length > 0) return notUnderstood([noTable(workbook)]);

  const compiled = summaries.length > 1;
  const dated = compiled ? { publishedOn: null, findings: [] } : publishedOn(information, document);
  const parts = summaries.map((table) =>
    readTable(
      table,
      yearOf(table, compiled ? undefined : information, document),
      dated.publishedOn,
      document.origin,
      tables,
    ),
  );
  const findings = [...dated.findings, ...parts.flatMap((part) => part.findings)];
  const figures = parts.flatMap((part) => part.figures);
  const years = parts.map((part) => part.financialYear).filter((year) => year !== null);
  const [first] = years;
  if (first === undefined || parts.some((part) => part.figures.length === 0)) return notUnderstood(findings);
  if (new Set(years).size < years.length) return notUnderstood([...findings, sameYearTwice(summaries)]);
  return {
    edition: compiled
      ? { key: COMPILED, title: compiledTitle(years), publishedOn: null, financialYear: null }
      : {
          key: `${first}@${dated.publishedOn ?? "undated"}`,
          title: `Dedicated schools grant (DSG): ${spelt(first)} allocations`,
          publishedOn: dated.publishedOn,
          financialYear: first,
        },
    figures,
    findings,
  };
}

/** By name; a workbook whose sheets are named otherwise by what they hold. */
function summariesAmong(tables: readonly AllocationTable[]): readonly AllocationTable[] {
  const named = tables.filter((table) => isSummarySheet(table.sheet.name));
  if (named.length > 0) return named;
  const both = tables.filter((table) => table.columns.before.length > 0 && table.columns.after.length > 0);
  if (both.length > 0) return both;
  return tables.filter((table) => isWorkingsSheet(table.sheet.name)).slice(0, 1);
}

interface Part {
  readonly financialYear: FinancialYear | null;
  readonly figures: readonly DraftFigure[];
  readonly findings: readonly Finding[];
}

function readTable(
  table: AllocationTable,
  year: ReturnType<typeof yearOf>,
  published: CalendarDate | null,
  origin: Origin,
  tables: readonly AllocationTable[],
): Part {
  const isSummary = isSummarySheet(table.sheet.name) || table.columns.after.length > 0;
  const chosen = chooseColumns(table, isSummary ? ["before", "after"] : ["before"]);
  const { financialYear } = year;
  if (stops(chosen.findings)) return { financialYear, figures: [], findings: chosen.findings };
  if (financialYear === null) return { financialYear, figures: [], findings: [noYear(table)] };

  const rows = readRows(table, chosen.columns);
  const others = tables.filter(
    (other) => other !== table && /high[ _-]*needs[ _-]*block/i.test(other.sheet.name),
  );
  const compared = isSummary ? compareSheets(rows, others) : { doubtful: new Set<string>(), findings: [] };
  const toFigure = { financialYear, publishedOn: published, origin };
  const onlyBefore = isSummary ? [] : [noSummary(table)];
  return {
    financialYear,
    figures: [
      ...rows.councils.map((row) => allocation(row, toFigure, compared.doubtful)),
      ...nationalTotals(rows, financialYear, published),
    ],
    findings: [...year.findings, ...chosen.findings, ...rows.findings, ...compared.findings, ...onlyBefore],
  };
}

function allocation(
  row: TableRows["councils"][number],
  edition: {
    readonly financialYear: FinancialYear;
    readonly publishedOn: CalendarDate | null;
    readonly origin: Origin;
  },
  doubtful: ReadonlySet<string>,
): AllocationDraft<PrintedCouncil> {
  const { before, after } = row.amounts;
  // Our own copies leave out what we don't hold; a publisher's blank says that there is no figure.
  const blank = edition.origin === "archive" || (before.kind === "blank" && after.kind === "blank");
  const reason = blank ? "not-held" : "not-available";
  return {
    type: "allocation",
    council: { dfeCode: row.code, name: row.name },
    financialYear: edition.financialYear,
    publishedOn: edition.publishedOn,
    beforeDeductions: published(before, reason),
    afterDeductions: published(after, reason),
    locator: row.locator,
    ...(doubtful.has(row.code) ? { checked: false } : {}),
  };
}

function published(amount: Amount, blank: "not-held" | "not-available"): PublishedValue<Money> {
  if (amount.kind === "amount") return present(amount.amount);
  return missing(amount.kind === "missing" ? amount.reason : blank);
}

const MEASURES = {
  before: "high-needs-block-before-deductions",
  after: "high-needs-block-after-deductions",
} as const satisfies Record<Stage, NationalTotalDraft["measure"]>;

function nationalTotals(
  { england }: TableRows,
  financialYear: FinancialYear,
  published: CalendarDate | null,
): NationalTotalDraft[] {
  if (england === null) return [];
  return (["before", "after"] as const).flatMap((stage) => {
    const amount = england.amounts[stage];
    if (amount.kind !== "amount") return [];
    return [
      {
        type: "national-total" as const,
        measure: MEASURES[stage],
        period: financialYear,
        value: amount.amount,
        publishedOn: published,
        locator: england.locators[stage],
      },
    ];
  });
}

function spelt(year: FinancialYear): string {
  return `${startYear(year)} to ${startYear(year) + 1}`;
}

function compiledTitle(years: readonly FinancialYear[]): string {
  const sorted = [...years].sort(compareYears);
  return `Dedicated schools grant (DSG): allocations compiled for ${sorted.join(", ")}`;
}

function notUnderstood(findings: readonly Finding[]): DraftReading {
  return { edition: null, figures: [], findings };
}

function unreadable(error: UnreadableWorkbook): Finding {
  return {
    kind: "unreadable-document",
    severity: "stop",
    message: `The file couldn't be read: ${error.message}. The figures held before stand; it will be fetched again on the next run.`,
    expected: "an ODS or XLSX workbook",
    met: error.message,
  };
}

function noTable(workbook: Workbook): Finding {
  return {
    kind: "unexpected-layout",
    severity: "stop",
    message: `No sheet of the workbook lists councils by their three-digit codes with a high needs block. It may be another publication, or the layout has changed.`,
    expected: "a sheet Allocations_summary or High_needs_block",
    met: `sheets ${workbook.sheetNames.join(", ")}`,
  };
}

function noSummary(table: AllocationTable): Finding {
  return {
    kind: "unexpected-layout",
    severity: "note",
    message: `The workbook has no Allocations_summary. Figures before deductions were read from sheet ${table.sheet.name}; those after deductions aren't in this file.`,
    expected: "a sheet Allocations_summary",
    met: table.sheet.name,
  };
}

function noYear(table: AllocationTable): Finding {
  return {
    kind: "unexpected-layout",
    severity: "stop",
    message: `Neither the information sheet nor the headings of sheet ${table.sheet.name} say which financial year the figures are for.`,
    expected: "a financial year such as 2023 to 2024 in a title",
    met: table.headingsMet.slice(0, 5).join(" | "),
    locator: { sheet: table.sheet.name },
  };
}

function sameYearTwice(summaries: readonly AllocationTable[]): Finding {
  return {
    kind: "unexpected-layout",
    severity: "stop",
    message: `Several sheets hold the allocations of one financial year, and it isn't clear which one counts.`,
    met: `sheets ${summaries.map((table) => table.sheet.name).join(", ")}`,
  };
}
