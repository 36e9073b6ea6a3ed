import type { Locator } from "@/domain/provenance";
import { readCsv } from "@/formats/read-csv";
import { readZip } from "@/formats/read-zip";
import type { DrawnPlace } from "@/shapes/place-shapes";

const LINES_AROUND = 4;
/** Some files have a column for every measure: those that name a row, and some around the cell. */
const FIRST_COLUMNS = 12;
const COLUMNS_AROUND = 4;

/** Some lines of a comma-separated file around the one that is meant. */
export function drawCsv(bytes: Uint8Array, place: Locator, title: string | null = null): DrawnPlace {
  const read = readCsv(bytes);
  if (read.kind === "unreadable")
    return { kind: "none", why: `The document can't be drawn: ${read.reason}.` };
  const { headings, rows } = read.table;
  const line = place.row ?? rows[0]?.line ?? 1;
  const meant = rows.findIndex((row) => row.line >= line);
  const from = Math.max(0, meant - LINES_AROUND);
  const column = headings.indexOf(place.cell ?? "");
  const columns = headings
    .map((_, index) => index)
    .filter((index) => index < FIRST_COLUMNS || (column >= 0 && Math.abs(index - column) <= COLUMNS_AROUND));
  return {
    kind: "table",
    title,
    columns: columns.map((index) => ({ number: index, heading: headings[index] ?? "" })),
    rows: rows.slice(from, from + 2 * LINES_AROUND + 1).map((row) => ({
      number: row.line,
      cells: columns.map((index) => ({
        column: index,
        text: (row.cells[index] ?? "").slice(0, 300),
        marked: row.line === line && (column === -1 || index === column),
      })),
    })),
  };
}

export function drawZippedCsv(bytes: Uint8Array, place: Locator): DrawnPlace {
  const zip = readZip(bytes);
  if (zip.kind === "unreadable") return { kind: "none", why: `The document can't be drawn: ${zip.reason}.` };
  const entry = zip.entries.find(({ path }) => path === place.path);
  return entry
    ? drawCsv(entry.bytes, place, entry.path)
    : { kind: "none", why: `The zip holds no ${place.path}.` };
}
