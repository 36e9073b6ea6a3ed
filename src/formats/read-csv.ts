import Papa from "papaparse";

export interface CsvRow {
  /** 1-based line of the file on which the row begins; the headings are usually line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that doesn't have one cell per heading. */
export interface RaggedRow {
  readonly line: number;
  readonly cells: number;
}

export interface CsvTable {
  /** Trimmed; empty where the file leaves a heading blank. */
  readonly headings: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly raggedRows: readonly RaggedRow[];
  /** `windows-1252` when the bytes aren't UTF-8: worth a note, since accents and £ may then be misread. */
  readonly encoding: "utf-8" | "windows-1252";
}

export type ReadCsv =
  | { readonly kind: "table"; readonly table: CsvTable }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Takes one column's cell from a row. */
export type Cell = (row: CsvRow) => string;

/**
 * Reads a comma-separated file with headings on its first line.
 *
 * UTF-8 with or without a byte order mark; windows-1252 when the bytes can't be UTF-8. Blank lines are
 * passed over, their numbers are kept. A row of another length than the headings is reported, not guessed at.
 */
export function readCsv(bytes: Uint8Array): ReadCsv {
  const { text, encoding } = decode(bytes);
  if (text.trim() === "") return { kind: "unreadable", reason: "the file is empty" };
  if (text.includes("\0")) return { kind: "unreadable", reason: "the file holds binary content, not text" };
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) {
    return { kind: "unreadable", reason: "the file is a web page, not a table of figures" };
  }

  const parsed = Papa.parse<string[]>(text, { delimiter: "," });
  const lines = numberLines(parsed.data);
  const fault = parsed.errors.find(({ type }) => type === "Quotes");
  if (fault) {
    const line = lines[fault.row ?? 0]?.line ?? 1;
    return { kind: "unreadable", reason: `a quotation mark opened on line ${line} is never properly closed` };
  }

  const [first, ...rest] = lines.filter(({ cells }) => cells.length > 1 || cells[0]?.trim() !== "");
  const headings = (first?.cells ?? []).map((heading) => heading.trim());
  return {
    kind: "table",
    table: {
      headings,
      rows: rest.filter(({ cells }) => cells.length === headings.length),
      raggedRows: rest
        .filter(({ cells }) => cells.length !== headings.length)
        .map(({ line, cells }) => ({ line, cells: cells.length })),
      encoding,
    },
  };
}

/** The headings alone, without reading the rows of a file that may not be wanted; empty when there are none. */
export function peekHeadings(bytes: Uint8Array): readonly string[] {
  const end = bytes.indexOf(10);
  const read = readCsv(end === -1 ? bytes : bytes.subarray(0, end));
  return read.kind === "table" ? read.table.headings : [];
}

/** Where a heading stands, in any case; `several` when the file repeats it and no column can be trusted. */
export function findHeading(headings: readonly string[], heading: string): number | "none" | "several" {
  const wanted = heading.toLowerCase();
  const places = headings.flatMap((met, place) => (met.toLowerCase() === wanted ? [place] : []));
  if (places.length > 1) return "several";
  return places[0] ?? "none";
}

export type Columns<Name extends string> = { readonly [name in Name]: Cell };

export type FoundColumns<Name extends string> =
  | { readonly kind: "found"; readonly columns: Columns<Name> }
  | { readonly kind: "not-found"; readonly missing: readonly Name[]; readonly repeated: readonly Name[] };

/** The columns a reader needs, addressed by their headings; cells come trimmed. */
export function findColumns<Name extends string>(
  table: Pick<CsvTable, "headings">,
  names: readonly Name[],
): FoundColumns<Name> {
  const places = names.map((name) => [name, findHeading(table.headings, name)] as const);
  const missing = places.flatMap(([name, place]) => (place === "none" ? [name] : []));
  const repeated = places.flatMap(([name, place]) => (place === "several" ? [name] : []));
  if (missing.length + repeated.length > 0) return { kind: "not-found", missing, repeated };
  const columns = Object.fromEntries(
    places.map(([name, place]) => [name, (row: CsvRow) => row.cells[Number(place)]?.trim() ?? ""]),
  );
  return { kind: "found", columns: columns as Columns<Name> };
}

function decode(bytes: Uint8Array): { text: string; encoding: CsvTable["encoding"] } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: fromWindows1252(bytes), encoding: "windows-1252" };
  }
}

/** What windows-1252 has where Latin-1 has control characters. */
const FROM_0X80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20's own decoder of that name decodes Latin-1, and loses curly quotes and dashes. */
function fromWindows1252(bytes: Uint8Array): string {
  return new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (control) => FROM_0X80[control.charCodeAt(0) - 0x80] ?? control);
}

/** A quoted cell can hold line breaks, so a row's number isn't its line. */
function numberLines(rows: readonly string[][]): CsvRow[] {
  let line = 1;
  return rows.map((cells) => {
    const row = { line, cells };
    line += 1;
    for (const cell of cells) if (cell.includes("\n")) line += cell.split("\n").length - 1;
    return row;
  });
}
