import * as library from "@e965/xlsx";
import { zipSync } from "fflate";
import { cutOdsContent } from "./ods-content";
import { UnreadableWorkbook } from "./unreadable-workbook";
import { workbookParts } from "./workbook-parts";

export interface Cell {
  /** As printed, without the space around it; blank is "". A date is written 2023-07-20. */
  readonly text: string;
  /** The number behind the text, at the precision the sheet holds. */
  readonly number: number | null;
  /** Where the text really stands, if this cell was merged into another. A merged number isn't repeated. */
  readonly mergedFrom?: string;
}

export interface Sheet {
  readonly name: string;
  /** Row 1 is at index 0, column A at index 0; what is blank at the end of a row or sheet is left out. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Workbook {
  /** Every sheet of the file in its order, read or not. */
  readonly sheetNames: readonly string[];
  readonly sheets: readonly Sheet[];
}

export const BLANK: Cell = { text: "", number: null };

/** Editions have some thirty sheets and merge a few headings; more of either only keeps the reader busy. */
const LIMITS = { rows: 5_000, columns: 512, sheets: 200, mergedCells: 2_000_000 };

/**
 * Reads an ODS or XLSX workbook. Old (XLS) and binary (XLSB) ones are refused: none of the sources publishes them, and
 * damaged ones can keep a parser busy for ever.
 *
 * @param options.sheets which sheets to read, by name; all if left out
 * @throws UnreadableWorkbook for anything else, and for files that are cut short, damaged,
 *   encrypted or larger than a workbook can honestly be
 */
export function readWorkbook(
  bytes: Uint8Array,
  options: { readonly sheets?: (name: string) => boolean } = {},
): Workbook {
  const wants = options.sheets ?? (() => true);
  if (bytes.byteLength === 0) throw new UnreadableWorkbook("empty", "the file is empty");
  if (startsWith(bytes, OLD_OFFICE)) throw oldOffice(bytes);
  if (startsWith(bytes, ZIP)) return readZippedWorkbook(bytes, wants);
  throw new UnreadableWorkbook("not-a-spreadsheet", `not a spreadsheet: ${whatItIs(bytes)}`);
}

/** `B7` for the cell at row index 6 and column index 1. */
export function cellAddress(rowIndex: number, columnIndex: number): string {
  return library.utils.encode_cell({ r: rowIndex, c: columnIndex });
}

const ZIP = [0x50, 0x4b];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function whatItIs(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1")
    .decode(bytes.subarray(0, 400))
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  if (start.startsWith("%PDF")) return "the file is a PDF";
  if (/^<(?:!doctype html|html|head|body)/i.test(start) || /<html[\s>]/i.test(start))
    return "the file is a web page";
  if (/^[[{]/.test(start)) return "the file is JSON";
  if (start.startsWith("<")) return "the file is XML";
  const words = start.slice(0, 20).replace(/[^\x20-\x7e]/g, "");
  return words === "" ? "the file starts with no known mark" : `the file starts with "${words}"`;
}

/** Word, PowerPoint and workbooks with a password come in the same wrapping; its list of parts tells them apart. */
function oldOffice(bytes: Uint8Array): UnreadableWorkbook {
  const inside = new TextDecoder("latin1").decode(bytes);
  const holds = (part: string) => inside.includes(part.split("").join("\0"));
  if (holds("EncryptedPackage"))
    return new UnreadableWorkbook("encrypted", "the file is protected by a password");
  if (holds("Workbook")) return unsupported("an old Excel workbook (XLS)");
  return new UnreadableWorkbook("not-a-spreadsheet", "not a spreadsheet: the file is an old Office file");
}

function unsupported(what: string): UnreadableWorkbook {
  return new UnreadableWorkbook("unsupported", `the file is ${what}; only ODS and XLSX are read`);
}

function readZippedWorkbook(bytes: Uint8Array, wants: (name: string) => boolean): Workbook {
  const { names, parts } = workbookParts(bytes, isNeeded);
  if (names.includes("content.xml")) return readOds(parts, wants);
  if (names.some((name) => /(?:^|\/)workbook\.bin$/.test(name)))
    throw unsupported("a binary Excel workbook (XLSB)");
  if (names.some((name) => /(?:^|\/)workbook\.xml$/.test(name))) return readXlsx(parts, wants);
  throw new UnreadableWorkbook(
    "not-a-spreadsheet",
    `not a spreadsheet: the file is a zip that holds ${
      names.length === 0
        ? "nothing"
        : names
            .slice(0, 3)
            .map((name) => `"${name}"`)
            .join(", ")
    }`,
  );
}

/** Drawings, pictures and their links aren't read; some workbooks name drawings that they don't hold. */
function isNeeded(name: string): boolean {
  if (name === "mimetype") return true;
  if (
    /(?:^|\/)(?:drawings|media|charts|embeddings|printerSettings|worksheets\/_rels|Configurations2|Thumbnails)\//.test(
      name,
    )
  ) {
    return false;
  }
  return /\.(?:xml|rels)$/.test(name) && !/^(?:styles|settings|meta)\.xml$/.test(name);
}

const NOTHING = new Uint8Array();
const encode = (text: string) => new TextEncoder().encode(text);
const NO_STYLES = encode('<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>');

function readOds(parts: ReadonlyMap<string, Uint8Array>, wants: (name: string) => boolean): Workbook {
  const part = (name: string) => new TextDecoder().decode(parts.get(name) ?? NOTHING);
  if (/<manifest:encryption-data/.test(part("META-INF/manifest.xml"))) {
    throw new UnreadableWorkbook("encrypted", "the file is protected by a password");
  }
  const kind = part("mimetype").trim();
  if (kind !== "" && !kind.includes("spreadsheet")) {
    throw new UnreadableWorkbook(
      "not-a-spreadsheet",
      `not a spreadsheet: the file is of type "${kind.slice(0, 80)}"`,
    );
  }
  const content = cutOdsContent(part("content.xml"), wants, {
    rows: LIMITS.rows + 1,
    columns: LIMITS.columns + 1,
  });
  holdWithinSheets(content.names);
  if (content.wanted.length === 0) return { sheetNames: content.names, sheets: [] };
  const packed = zipSync(
    {
      "META-INF/manifest.xml": encode("<manifest:manifest/>"),
      "styles.xml": encode("<office:document-styles/>"),
      "content.xml": encode(content.xml),
    },
    { level: 0 },
  );
  const read = readWithLibrary(packed);
  return {
    sheetNames: content.names,
    sheets: content.wanted.map((name, index) => sheetOf(name, read.Sheets[read.SheetNames[index] ?? ""])),
  };
}

function readXlsx(parts: ReadonlyMap<string, Uint8Array>, wants: (name: string) => boolean): Workbook {
  // Some writers name styles that they don't hold; the library wants them, and nothing here rests on them.
  const packed = zipSync({ "xl/styles.xml": NO_STYLES, ...Object.fromEntries(parts) }, { level: 0 });
  const names = readWithLibrary(packed, { bookSheets: true }).SheetNames;
  holdWithinSheets(names);
  const wanted = names.filter(wants);
  if (wanted.length === 0) return { sheetNames: names, sheets: [] };
  const read = readWithLibrary(packed, { sheets: wanted });
  return { sheetNames: names, sheets: wanted.map((name) => sheetOf(name, read.Sheets[name])) };
}

function holdWithinSheets(names: readonly string[]): void {
  if (names.length > LIMITS.sheets)
    throw new UnreadableWorkbook("too-large", `the spreadsheet has more than ${LIMITS.sheets} sheets`);
}

function readWithLibrary(bytes: Uint8Array, options: library.ParsingOptions = {}): library.WorkBook {
  try {
    return quietly(() =>
      library.read(bytes, {
        type: "array",
        dense: true,
        cellDates: true,
        UTC: true,
        cellFormula: false,
        cellHTML: false,
        sheetRows: LIMITS.rows + 1,
        ...options,
      }),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason)) {
      throw new UnreadableWorkbook("encrypted", "the file is protected by a password");
    }
    throw new UnreadableWorkbook("damaged", `the spreadsheet is damaged (${reason.slice(0, 200)})`);
  }
}

/** The library prints its doubts about number formats, which say nothing about the figures. */
function quietly<T>(work: () => T): T {
  const { error, warn, log } = console;
  const silent = () => {};
  Object.assign(console, { error: silent, warn: silent, log: silent });
  try {
    return work();
  } finally {
    Object.assign(console, { error, warn, log });
  }
}

function sheetOf(name: string, sheet: library.WorkSheet | undefined): Sheet {
  const found: readonly (readonly (library.CellObject | undefined)[] | undefined)[] = sheet?.["!data"] ?? [];
  const rows: Cell[][] = [];
  for (let row = 0; row < Math.min(found.length, LIMITS.rows + 1); row += 1) {
    rows.push(trimmed(Array.from((found[row] ?? []).slice(0, LIMITS.columns + 1), cellOf)));
  }
  fillMerged(rows, sheet?.["!merges"] ?? []);
  const last = rows.findLastIndex((row) => row.length > 0);
  if (last >= LIMITS.rows || rows.some((row) => row.length > LIMITS.columns)) {
    throw new UnreadableWorkbook(
      "too-large",
      `sheet "${name}" has more than ${LIMITS.rows} rows or ${LIMITS.columns} columns`,
    );
  }
  return { name, rows: rows.slice(0, last + 1) };
}

function cellOf(cell: library.CellObject | undefined): Cell {
  if (cell === undefined || cell.t === "z" || cell.v === undefined || cell.v === null) return BLANK;
  if (cell.v instanceof Date) return { text: isoDay(cell.v), number: null };
  const text = (cell.w ?? String(cell.v)).trim();
  if (typeof cell.v === "number" && cell.t === "n") return { text: text || String(cell.v), number: cell.v };
  return text === "" ? BLANK : { text, number: null };
}

function isoDay(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

function trimmed(row: Cell[]): Cell[] {
  return row.slice(0, row.findLastIndex((cell) => cell.text !== "") + 1);
}

function fillMerged(rows: Cell[][], merges: readonly library.Range[]): void {
  let room = LIMITS.mergedCells;
  for (const { s, e } of merges) {
    const anchor = rows[s.r]?.[s.c];
    if (anchor === undefined || anchor.text === "") continue;
    const down = Math.min(e.r, rows.length - 1) - s.r + 1;
    room -= Math.max(0, down) * Math.max(0, Math.min(e.c, LIMITS.columns - 1) - s.c + 1);
    if (room < 0) throw new UnreadableWorkbook("too-large", "a sheet merges its cells millions of times");
    const merged: Cell = { text: anchor.text, number: null, mergedFrom: cellAddress(s.r, s.c) };
    for (let r = s.r; r <= Math.min(e.r, rows.length - 1); r += 1) {
      const row = rows[r] ?? [];
      for (let c = s.c; c <= Math.min(e.c, LIMITS.columns - 1); c += 1) {
        if (r === s.r && c === s.c) continue;
        while (row.length < c) row.push(BLANK);
        row[c] = merged;
      }
    }
  }
}
