import { MEDIA_TYPES } from "./archive-document";
import { reproducibleZip } from "./reproducible-zip";

/** A cell over several columns or rows; the cells it hides are written as `"covered"`. */
export interface MergedCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export const COVERED = Symbol("covered by a merged cell");

/** Null is an empty cell. */
export type OdsCell = string | number | MergedCell | typeof COVERED | null;

export interface OdsSheet {
  readonly name: string;
  readonly rows: readonly (readonly OdsCell[])[];
}

const NAMESPACES = ["office", "style", "table", "text"]
  .map((prefix) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0"`)
  .join(" ");
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An OpenDocument spreadsheet with nothing but values: no styles, no formulas, no author, no date. */
export function odsBytes(sheets: readonly OdsSheet[]): Uint8Array {
  const content = `${DECLARATION}<office:document-content ${NAMESPACES} office:version="1.2"><office:body><office:spreadsheet>\n${sheets
    .map(sheetXml)
    .join("\n")}\n</office:spreadsheet></office:body></office:document-content>\n`;
  // Readers of spreadsheets expect the part that holds styles, even when it holds none.
  const styles = `${DECLARATION}<office:document-styles ${NAMESPACES} office:version="1.2"/>\n`;
  const manifestNamespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
  const manifest = `${DECLARATION}<manifest:manifest xmlns:manifest="${manifestNamespace}" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MEDIA_TYPES.ods}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>\n`;
  return reproducibleZip([
    { path: "mimetype", content: MEDIA_TYPES.ods },
    { path: "content.xml", content },
    { path: "styles.xml", content: styles },
    { path: "META-INF/manifest.xml", content: manifest },
  ]);
}

function sheetXml({ name, rows }: OdsSheet): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const body = rows
    .map((row) => `<table:table-row>${row.map(cellXml).join("")}</table:table-row>`)
    .join("\n");
  return `<table:table table:name="${escaped(name)}"><table:table-column table:number-columns-repeated="${columns}"/>\n${body}\n</table:table>`;
}

function cellXml(cell: OdsCell): string {
  if (cell === null) return "<table:table-cell/>";
  if (cell === COVERED) return "<table:covered-table-cell/>";
  if (typeof cell === "number") {
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  }
  if (typeof cell === "string") return textCellXml(cell, "");
  const span = ` table:number-columns-spanned="${cell.columns}" table:number-rows-spanned="${cell.rows}"`;
  return textCellXml(cell.text, span);
}

function textCellXml(text: string, span: string): string {
  const paragraphs = text.split("\n").map((line) => `<text:p>${paragraphXml(line)}</text:p>`);
  return `<table:table-cell${span} office:value-type="string">${paragraphs.join("")}</table:table-cell>`;
}

/**
 * OpenDocument drops spaces at the end of a paragraph unless they are written as elements. The
 * publisher's blank cells hold a bare space, which readers drop; it is kept bare.
 */
function paragraphXml(line: string): string {
  const text = line.trimEnd();
  const trailing = line.length - text.length;
  if (text === "" || trailing === 0) return escaped(line);
  return `${escaped(text)}<text:s text:c="${trailing}"/>`;
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
