import { type CalendarDate, calendarDate, readCalendarDate } from "@/domain/calendar-date";
import { type FinancialYear, readFinancialYear } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import type { Sheet } from "@/formats/read-workbook";
import type { FetchedDocument } from "../publication";
import type { AllocationTable } from "./find-table";
import { readHeading } from "./headings";

/** The first financial year that a text names: `2023 to 2024`, `2019-20`, `2023-to-2024`, or `2324` ending a sheet's name. */
export function yearIn(text: string): FinancialYear | null {
  const plain = text.normalize("NFKC").replaceAll("_", " ");
  const spelt = /\b(20\d\d ?(?:[-/\u2010-\u2015\u2212]| ?-?to-? ?) ?(?:20)?\d\d)\b(?!-\d)/gi;
  for (const [, found] of plain.matchAll(spelt)) {
    const year = readFinancialYear(found ?? "");
    if (year !== null) return year;
  }
  const short = /\b(\d\d)(\d\d)$/.exec(plain);
  return short === null ? null : readFinancialYear(`20${short[1]}-${short[2]}`);
}

/** A day named in a title or file name: `published-16-03-2023`, `2021_11_18`, `20 July 2023`. */
export function dayIn(text: string): CalendarDate | null {
  const plain = text.normalize("NFKC").replaceAll("_", "-");
  const forms = [
    /(?<!\d)(20\d\d-\d\d-\d\d)(?!\d)/g,
    /(?<!\d)(\d{1,2}[-/]\d{1,2}[-/]20\d\d)(?!\d)/g,
    /(?<!\d)(\d{1,2}(?:st|nd|rd|th)?[ -][a-z]{3,9},?[ -]20\d\d)(?!\d)/gi,
  ];
  for (const form of forms) {
    for (const [, found] of plain.matchAll(form)) {
      const day = readCalendarDate(
        /[a-z]/i.test(found ?? "") ? (found ?? "").replaceAll("-", " ") : (found ?? ""),
      );
      if (day !== null) return day;
    }
  }
  return null;
}

export interface Dated {
  readonly publishedOn: CalendarDate | null;
  readonly findings: readonly Finding[];
}

/**
 * When the edition was published.
 *
 * The information sheet decides; titles and file names are asked only where it's silent, since
 * copies under a wrong name occur (`..._2024_07_20.ods` that says "Thursday, 20 Jul, 2023").
 */
export function publishedOn(information: Sheet | undefined, document: FetchedDocument): Dated {
  const named = nameOf(document);
  const outside = dayIn(named);
  const printed = information && printedDay(information);
  if (!information || !printed) return { publishedOn: outside, findings: [] };
  const inside = printedAsDay(printed);
  if (inside === null) {
    return {
      publishedOn: outside,
      findings: [
        stale(
          `Sheet ${information.name} gives "${printed}" as the publication date, which isn't a date. ${outside === null ? "The edition is kept without one." : `${outside} was taken from the title or file name.`}`,
        ),
      ],
    };
  }
  if (outside === null || outside === inside) return { publishedOn: inside, findings: [] };
  return {
    publishedOn: inside,
    findings: [
      stale(
        `The file is named or titled for ${outside} ("${named}"), but sheet ${information.name} says that it was published on ${inside}. The sheet was believed.`,
      ),
    ],
  };
}

/** A day as printed, with a remark in brackets or not, or the number that a spreadsheet keeps a day as. */
function printedAsDay(printed: string): CalendarDate | null {
  const bare = printed.replace(/\s*\([^()]*\)\s*$/, "");
  if (!/^\d{2},?\d{3}(?:\.0+)?$/.test(bare)) return readCalendarDate(bare);
  const days = Number(bare.replace(",", ""));
  // Day 1 is 1 January 1900, counted with a 29 February that year didn't have.
  const date = new Date(Date.UTC(1899, 11, 30 + days));
  return calendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function printedDay(information: Sheet): string | null {
  for (const row of information.rows) {
    for (const [column, cell] of row.entries()) {
      const label =
        /^(?:publication date|date of publication|date published|published(?: on)?|last updated)\s*:?\s*(.*)$/is.exec(
          cell.text,
        );
      if (label === null) continue;
      const value = label[1] || row.slice(column + 1).find((next) => next.text !== "")?.text;
      if (value) return value;
    }
  }
  return null;
}

export interface Year {
  readonly financialYear: FinancialYear | null;
  readonly findings: readonly Finding[];
}

/**
 * Which year a table is about.
 *
 * The sheet's own title, its group headings and the information sheet each have a say, the last
 * one twice: titles are copied from year to year and not always changed. File names have none.
 */
export function yearOf(
  table: AllocationTable,
  information: Sheet | undefined,
  document: FetchedDocument,
): Year {
  const says: { readonly place: string; readonly year: FinancialYear; readonly weight: number }[] = [];
  const say = (place: string, text: string, weight = 1) => {
    const year = yearIn(text);
    if (year !== null) says.push({ place, year, weight });
  };
  if (information) {
    const titled = information.rows.flat().find((cell) => yearIn(cell.text) !== null);
    say(`sheet ${information.name}`, titled?.text ?? information.name, 2);
  }
  if (/\d{4}$/.test(table.sheet.name)) say(`the name of sheet ${table.sheet.name}`, table.sheet.name);
  for (const [position, heading] of table.headingsMet.entries()) {
    if (position === 0 || isOfTheBlock(heading)) say(`the heading "${heading.slice(0, 80)}"`, heading);
  }
  const financialYear = mostSaid(says);
  if (financialYear === null) return { financialYear, findings: [] };

  say(`the file's name or title "${nameOf(document)}"`, nameOf(document), 0);
  const stray = says.filter((one) => one.year !== financialYear);
  if (stray.length === 0) return { financialYear, findings: [] };
  const places = stray.map((one) => `${one.place} says ${one.year}`).join("; ");
  return {
    financialYear,
    findings: [stale(`Sheet ${table.sheet.name} was read as ${financialYear}, but ${places}.`)],
  };
}

/** Other columns name other years: "change from 2022 to 2023", "February R06 2022 to 2023". */
function isOfTheBlock(heading: string): boolean {
  const { stage, namesHighNeeds } = readHeading(heading);
  return stage !== null || namesHighNeeds;
}

function mostSaid(
  says: readonly { readonly year: FinancialYear; readonly weight: number }[],
): FinancialYear | null {
  const tally = new Map<FinancialYear, number>();
  for (const { year, weight } of says) tally.set(year, (tally.get(year) ?? 0) + weight);
  // Maps keep the order of first mention, and the information sheet is asked first: it wins a tie.
  const most = Math.max(...tally.values());
  return [...tally].find(([, weight]) => weight === most)?.[0] ?? null;
}

/** The title, and the file name within the address. */
function nameOf(document: FetchedDocument): string {
  const file = new URL(document.url).pathname.split("/").at(-1) ?? "";
  return [document.title ?? "", file].filter((part) => part !== "").join(" / ");
}

function stale(message: string): Finding {
  return { kind: "stale-title", severity: "note", message };
}
