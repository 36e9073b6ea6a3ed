import type { FinancialYear } from "@/domain/financial-year";
import type { Locator } from "@/domain/provenance";
import type { LayoutBlock, TableBlock, TableCell } from "@/formats/document-layout";
import { yearsIn } from "./printed-years";
import { plainWords } from "./sentences";

/** One row or column of figures by year, with the words that say what they are. */
export interface YearSeries {
  /** What stands over the figures, or beside them where years run across. */
  readonly heading: string;
  /** All headings of the table: where one unit serves every column. */
  readonly allHeadings: string;
  /** Nearest first: the paragraphs before the table, up to the table before. */
  readonly before: readonly string[];
  /** The paragraphs after the table, up to the next. */
  readonly after: readonly string[];
  readonly cells: readonly YearCell[];
  readonly total: { readonly text: string; readonly place: Locator } | null;
  /** Series of one table have one number. */
  readonly table: number;
  readonly place: Locator;
}

export interface YearCell {
  readonly year: FinancialYear;
  /** All that the row says beside its figures: the year as printed, the instalment. */
  readonly label: string;
  /** The year is printed as a year or its last day, not as a day or month within it. */
  readonly isWholeYear: boolean;
  readonly text: string;
  readonly place: Locator;
}

/** "First instalment", "instalments 1 and 2"; not "2023-24 (in three instalments)", which is the whole year. */
const ONE_OF_SEVERAL = /\b(?:instal+ment|tranche)\b|\b(?:instal+ments|tranches) \d/i;
/** Begins as a figure does, or stands where one would. */
const FIGURE =
  /^(?:c\.?|circa|about|around|approx(?:imately|\.)?|some|up to)?[^a-z]*\d|\btbc\b|\bto be confirmed\b|^nil$|^[-\u2013\u2014]$/i;
const CONTINUED = /^(?:\(?continued\)?|table \d+:? \(?continued\)?)\.?$/i;

/** Every series of figures by year, whichever way the years run, and the blocks that aren't such tables. */
export function yearTablesOf(blocks: readonly LayoutBlock[]): YearSeries[] {
  const series: YearSeries[] = [];
  const used = new Set<LayoutBlock>();
  let count = 0;
  blocks.forEach((block, index) => {
    if (block.kind !== "table" || used.has(block)) return;
    const upright = uprighted(block);
    if (!upright) return;
    let rows = upright.rows;
    let next = index + 1;
    for (; next < blocks.length; next += 1) {
      const follower = blocks[next];
      if (follower?.kind === "text" && CONTINUED.test(follower.text)) continue;
      const rest = follower?.kind === "table" ? restOf(rows, follower, upright.turned) : null;
      if (!follower || !rest) break;
      rows = [...rows, ...rest];
      used.add(follower);
    }
    const before = textsBefore(blocks, index);
    const after = textsAfter(blocks, next);
    for (const part of partsOf(rows)) {
      count += 1;
      series.push(...seriesOf(part, { before, after, table: count, place: block.place }));
    }
  });
  return series;
}

/** True for a table that tells figures by year; others are text in cells. */
export function isYearTable(block: TableBlock): boolean {
  return uprighted(block) !== null;
}

type Rows = readonly (readonly TableCell[])[];

/** With years down a column. */
function uprighted(block: TableBlock): { rows: Rows; turned: boolean } | null {
  const down = mostYears(block.rows);
  const across = turnedOver(block.rows);
  const along = mostYears(across);
  if (Math.max(down, along) === 0) return null;
  const upright = down >= along ? { rows: block.rows, turned: false } : { rows: across, turned: true };
  const width = upright.rows[0]?.length ?? 0;
  const hasFigures = Array.from({ length: width }, (_, column) =>
    upright.rows.flatMap((row) => row[column] ?? []),
  ).some((cells) => cells.some(mayBeFigure) && !isNumbering(cells));
  return hasFigures && Math.max(down, along) >= 1 ? upright : null;
}

function mayBeFigure({ text }: TableCell): boolean {
  return yearOf(text) === null && FIGURE.test(text) && !/^[-\u2013\u2014]$/.test(text);
}

/** The numbers of rows, 1 2 3 or 3.1 3.2 3.3, which are no figures. */
function isNumbering(cells: readonly TableCell[]): boolean {
  const numbers = cells.flatMap(({ text }) => /^(?:\d{1,2}\.)*(\d{1,2})[.)]?$/.exec(text.trim())?.[1] ?? []);
  const others = cells.filter(({ text }) => /\d/.test(text)).length - numbers.length;
  return numbers.length > 1 && others === 0 && numbers.every((number, index) => Number(number) === index + 1);
}

function mostYears(rows: Rows): number {
  const width = rows[0]?.length ?? 0;
  return Math.max(
    0,
    ...Array.from({ length: width }, (_, column) => rows.filter((row) => isYearCell(row[column])).length),
  );
}

function isYearCell(cell: TableCell | undefined): boolean {
  return cell !== undefined && yearOf(cell.text) !== null;
}

function turnedOver(rows: Rows): Rows {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => rows.flatMap((row) => row[column] ?? []));
}

/** A cell that names one year and little else. */
function yearOf(text: string): { year: FinancialYear; isWholeYear: boolean; rest: string } | null {
  if (text.length > 70 || /\u00a3 ?\d/.test(text)) return null;
  const years = yearsIn(text);
  const [first] = years;
  if (!first || years.some(({ year }) => year !== first.year)) return null;
  const rest = plainWords(
    years.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text),
  )
    .replace(
      /\b(?:by|at|as|the|end|of|to|in|on|for|and|during|financial|year|years|ending|ended|fy|forecast|actual|outturn|planned|before)\b|[-(),.:*\u2020\u00b9\u00b2\u00b3]|\[\w+\]|\(\d\)/gi,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();
  if (/\d{3}|\u00a3/.test(rest) || rest.length > 40) return null;
  const last = years.at(-1);
  return {
    year: first.year,
    isWholeYear: !last?.date || last.date.isYearEnd || years.some(({ date }) => !date),
    rest,
  };
}

/** The rows with which a table goes on after a page's end; null for another table. */
function restOf(rows: Rows, follower: TableBlock, turned: boolean): Rows | null {
  const more = turned ? turnedOver(follower.rows) : follower.rows;
  if ((more[0]?.length ?? 0) !== (rows[0]?.length ?? 0)) return null;
  const [column, column2] = [yearColumns(rows)[0], yearColumns(more)[0]];
  const onlyTotal = column2 === undefined && more.some((row) => isTotal(row));
  if (column === undefined || (column2 !== column && !onlyTotal)) return null;
  const head = headOf(rows);
  const headAgain = headOf(more);
  const words = (part: Rows) =>
    part
      .map((row) => row.map(({ text }) => text).join(" "))
      .join(" ")
      .toLowerCase();
  if (!onlyTotal && headAgain.length > 0 && words(headAgain) !== words(head)) return null;
  const last = rows.flatMap((row) => yearOf(row[column]?.text ?? "")?.year ?? []).at(-1);
  const first = more.flatMap((row) => yearOf(row[column]?.text ?? "")?.year ?? [])[0];
  if (last !== undefined && first !== undefined && first < last) return null;
  return onlyTotal ? more : more.slice(headAgain.length);
}

function headOf(rows: Rows): Rows {
  const first = rows.findIndex((row) => row.some((cell) => isYearCell(cell)));
  return first === -1 ? rows : rows.slice(0, first);
}

const isTotal = (row: readonly TableCell[]) =>
  row.some(({ text, repeated }) => !repeated && /^(?:grand |overall )?totals?\b/i.test(text.trim()));

/** Columns that name years; two where two tables stand side by side. */
function yearColumns(rows: Rows): number[] {
  const width = rows[0]?.length ?? 0;
  const counts = Array.from(
    { length: width },
    (_, column) => rows.filter((row) => isYearCell(row[column]) && !row[column]?.repeated).length,
  );
  const most = Math.max(0, ...counts);
  return counts.flatMap((count, column) => (most > 0 && count >= Math.max(1, most * 0.6) ? [column] : []));
}

/** Cuts where years begin again under a new head: two tables that were taken for one. */
function partsOf(rows: Rows): Rows[] {
  const [column] = yearColumns(rows);
  if (column === undefined) return [];
  const parts: (readonly TableCell[])[][] = [[]];
  let last = "";
  let pending: (readonly TableCell[])[] = [];
  for (const row of rows) {
    const year = yearOf(row[column]?.text ?? "")?.year;
    if (year === undefined) {
      pending.push(row);
      continue;
    }
    if (last !== "" && year < last && pending.some((waiting) => !isTotal(waiting))) {
      const end = pending.findLastIndex((waiting) => isTotal(waiting)) + 1;
      parts.at(-1)?.push(...pending.slice(0, end));
      parts.push(pending.slice(end));
    } else parts.at(-1)?.push(...pending);
    pending = [];
    parts.at(-1)?.push(row);
    last = year;
  }
  parts.at(-1)?.push(...pending);
  return parts;
}

type Around = Pick<YearSeries, "before" | "after" | "table" | "place">;

function seriesOf(rows: Rows, around: Around): YearSeries[] {
  const years = yearColumns(rows);
  const head = headOf(rows);
  const body = rows.slice(head.length);
  const width = rows[0]?.length ?? 0;
  const allHeadings = wordsOf(head.flat());
  const found: YearSeries[] = [];
  years.forEach((yearColumn, position) => {
    const [start, end] = [position === 0 ? 0 : yearColumn, years[position + 1] ?? width];
    const columns = Array.from({ length: end - start }, (_, offset) => start + offset).filter(
      (column) => column !== yearColumn,
    );
    const isFigures = (column: number) => {
      const filled = body.flatMap((row) =>
        row[column] && row[column].text !== "" && !row[column].repeated ? [row[column].text] : [],
      );
      const figures = filled.filter(
        (text) => FIGURE.test(text) && !/\b(?:instal+ment|tranche|payment) \d/i.test(text),
      );
      return (
        filled.length > 0 &&
        figures.length * 2 > filled.length &&
        !(filled.every((text) => /^\d{1,2}[.)]?$/.test(text)) && column < yearColumn)
      );
    };
    const labels = columns.filter((column) => !isFigures(column));
    for (const column of columns.filter(isFigures)) {
      const heading = headingOf(head, column, labels, body);
      const cells: YearCell[] = [];
      let total: YearSeries["total"] = null;
      let current: ReturnType<typeof yearOf> = null;
      for (const [index, row] of body.entries()) {
        const cell = row[column];
        const own = yearOf(row[yearColumn]?.text ?? "");
        const label = [row[yearColumn], ...labels.map((each) => row[each])]
          .map((each) => each?.text ?? "")
          .join(" ")
          .trim();
        if (isTotal(row) || (index === body.length - 1 && isUnnamedSum(row, body, yearColumn, labels))) {
          if (cell && cell.text !== "") total = { text: cell.text, place: cell.place };
          continue;
        }
        if (own) current = own;
        else if (!current || (row[yearColumn]?.text ?? "") !== "" || !cell || cell.text === "") continue;
        if (!current || !cell || (cell.repeated && cell.text !== "")) continue;
        const isWholeYear =
          current.isWholeYear &&
          own !== null &&
          !ONE_OF_SEVERAL.test(label) &&
          !labels.some((each) => yearsIn(row[each]?.text ?? "").some(({ date }) => date && !date.isYearEnd));
        const place = { ...cell.place, ...(cell.place.area || cell.place.row ? {} : row[yearColumn]?.place) };
        cells.push({ year: current.year, label, isWholeYear, text: cell.text, place });
      }
      if (cells.length > 0) found.push({ heading, allHeadings, cells, total, ...around });
    }
  });
  return found;
}

/** The last row has no year where each row before it has one of its own, and nothing says what it is: their sum. */
function isUnnamedSum(
  row: readonly TableCell[],
  body: Rows,
  yearColumn: number,
  labels: readonly number[],
): boolean {
  const before = body.slice(0, -1);
  return (
    before.length > 1 &&
    [yearColumn, ...labels].every((each) => (row[each]?.text ?? "") === "") &&
    before.every((other) => isYearCell(other[yearColumn]))
  );
}

/** A heading may stand over an empty column beside its figures where the figures are aligned to the right. */
function headingOf(head: Rows, column: number, labels: readonly number[], body: Rows): string {
  const own = wordsOf(head.map((row) => row[column] ?? null));
  if (own !== "") return own;
  const beside = labels.find(
    (label) => Math.abs(label - column) === 1 && body.every((row) => (row[label]?.text ?? "") === ""),
  );
  return beside === undefined ? "" : wordsOf(head.map((row) => row[beside] ?? null));
}

function wordsOf(cells: readonly (TableCell | null)[]): string {
  const texts = cells.flatMap((cell) => (cell && cell.text !== "" ? [cell.text] : []));
  return texts.filter((text, index) => texts.indexOf(text) === index).join(" ");
}

function textsBefore(blocks: readonly LayoutBlock[], index: number): string[] {
  const texts: string[] = [];
  for (let at = index - 1; at >= 0 && texts.length < 4; at -= 1) {
    const block = blocks[at];
    if (block?.kind !== "text") break;
    texts.push(block.text);
  }
  return texts;
}

function textsAfter(blocks: readonly LayoutBlock[], index: number): string[] {
  const texts: string[] = [];
  for (let at = index; at < blocks.length && texts.length < 3; at += 1) {
    const block = blocks[at];
    if (block?.kind !== "text") break;
    texts.push(block.text);
  }
  return texts;
}
