import { UnreadableWorkbook } from "./unreadable-workbook";

/** More cells than this in the wanted sheets is no table of councils, however few bytes it took to write. */
const CELL_LIMIT = 2_000_000;

const ATTRIBUTES = `(?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*\\s*`;
const TABLE_START = new RegExp(`<table:table(${ATTRIBUTES})(/?)>`, "g");
const TABLE_EDGE = new RegExp(`<table:table${ATTRIBUTES}>|</table:table>`, "g");
const ROW_OR_CELL = new RegExp(`<table:(table-row|table-cell)(${ATTRIBUTES})(/?)>`, "g");
const REPEATED = /table:number-(?:rows|columns)-repeated\s*=\s*["'](\d+)["']/;

export interface OdsContent {
  /** Every sheet of the document, in order. */
  readonly names: readonly string[];
  readonly wanted: readonly string[];
  /** The document with the wanted sheets alone, without styles, drawings and comments. */
  readonly xml: string;
}

/**
 * Cuts an ODS document's content down to what is to be read, and tames it.
 *
 * Repetition is how ODS writes empty space (16,384 columns, 1,048,576 rows), and how a small
 * file can be made to fill all memory; repeats beyond the limits are cut to them. A number in a
 * cell without text is given the form in which the spreadsheet library sees it. Number styles go:
 * the printed text stands in the cell, and the library only complains about them.
 *
 * @throws UnreadableWorkbook
 */
export function cutOdsContent(
  xml: string,
  wants: (sheet: string) => boolean,
  limits: { readonly rows: number; readonly columns: number },
): OdsContent {
  const names: string[] = [];
  const wanted: string[] = [];
  const tables: string[] = [];
  TABLE_START.lastIndex = 0;
  for (let start = TABLE_START.exec(xml); start !== null; start = TABLE_START.exec(xml)) {
    const name = sheetName(start[1] ?? "");
    const end = start[2] === "/" ? TABLE_START.lastIndex : tableEnd(xml, TABLE_START.lastIndex);
    names.push(name);
    if (wants(name) && start[2] !== "/") {
      wanted.push(name);
      tables.push(tame(xml.slice(start.index, end), limits));
    }
    TABLE_START.lastIndex = end;
  }
  if (names.length === 0) throw new UnreadableWorkbook("damaged", "the spreadsheet has no sheets");
  return {
    names,
    wanted,
    xml: `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:body><office:spreadsheet>${tables.join("")}</office:spreadsheet></office:body></office:document-content>`,
  };
}

function sheetName(attributes: string): string {
  const match = /table:name\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes);
  return unescapeXml(match?.[1] ?? match?.[2] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity] ?? "");
}

/** Tables can hold tables. */
function tableEnd(xml: string, from: number): number {
  TABLE_EDGE.lastIndex = from;
  let open = 1;
  for (let edge = TABLE_EDGE.exec(xml); edge !== null; edge = TABLE_EDGE.exec(xml)) {
    if (edge[0].endsWith("/>")) continue;
    open += edge[0].startsWith("</") ? -1 : 1;
    if (open === 0) return TABLE_EDGE.lastIndex;
  }
  throw new UnreadableWorkbook("damaged", "a sheet of the spreadsheet has no end");
}

/** From each start to the next end. A pattern would look for the end of one that has none again and again. */
function withoutElements(xml: string, name: string): string {
  const starts = new RegExp(`<${name}[\\s>]`, "g");
  const end = `</${name}>`;
  const kept: string[] = [];
  let from = 0;
  for (let start = starts.exec(xml); start !== null; start = starts.exec(xml)) {
    const close = xml.indexOf(end, start.index);
    if (close === -1) break;
    kept.push(xml.slice(from, start.index));
    from = close + end.length;
    starts.lastIndex = from;
  }
  return kept.join("") + xml.slice(from);
}

function tame(table: string, limits: { readonly rows: number; readonly columns: number }): string {
  let cells = 0;
  let rowTimes = 1;
  return withoutElements(withoutElements(table, "table:shapes"), "office:annotation").replace(
    ROW_OR_CELL,
    (tag: string, kind: string, attributes: string, closed: string) => {
      const isRow = kind === "table-row";
      const limit = isRow ? limits.rows : limits.columns;
      const times = Number(REPEATED.exec(attributes)?.[1] ?? 1);
      const holdsNumber = closed === "/" && /office:value\s*=/.test(attributes);
      if (isRow) rowTimes = Math.min(times, limit);
      else if (closed !== "/" || holdsNumber) cells += rowTimes * Math.min(times, limit);
      if (cells > CELL_LIMIT) {
        throw new UnreadableWorkbook("too-large", "a sheet repeats its cells millions of times");
      }
      if (times <= limit && !holdsNumber) return tag;
      const kept =
        times <= limit
          ? attributes
          : attributes.replace(REPEATED, (text) => text.replace(/\d+/, String(limit)));
      return holdsNumber ? `<table:${kind}${kept}></table:${kind}>` : `<table:${kind}${kept}${closed}>`;
    },
  );
}
