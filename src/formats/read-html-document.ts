import type { CheerioAPI } from "cheerio";
import { type DocumentLayout, EMPTY_CELL, type LayoutBlock, type TableCell } from "./document-layout";
import { leadingMark } from "./list-mark";
import { loadMarkup } from "./load-markup";
import { UnreadableDocument } from "./unreadable-document";

const LIMITS = { bytes: 5_000_000, cells: 20_000, filledCells: 200_000, span: 50, blocks: 20_000 };
const HIDDEN =
  "script, style, template, noscript, iframe, object, svg, head, nav, form, button, [hidden], [aria-hidden='true']";
const BLOCKS = new Set(
  "address article aside blockquote body caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table ul".split(
    " ",
  ),
);

type Element = Parameters<CheerioAPI["contains"]>[1];

/**
 * Reads a web page as paragraphs, items and tables, without what it hides and what surrounds its main part.
 *
 * @throws UnreadableDocument for what isn't a web page, is empty or too large
 */
export function readHtmlDocument(bytes: Uint8Array): DocumentLayout {
  if (bytes.byteLength > LIMITS.bytes)
    throw new UnreadableDocument(
      "too-large",
      `the page has ${bytes.byteLength} bytes, more than a reader can safely hold`,
    );
  const html = new TextDecoder().decode(bytes);
  if (html.trim() === "") throw new UnreadableDocument("empty", "the page is empty");
  if (!/^\s*(?:\ufeff)?\s*</.test(html)) throw new UnreadableDocument("foreign", "the file isn't a web page");
  const $ = loadMarkup(html);
  if (!$) throw new UnreadableDocument("damaged", "the page's markup is nested beyond reason");
  $(HIDDEN).remove();
  $("[style]")
    .filter((_, element) =>
      /display\s*:\s*none|visibility\s*:\s*hidden/i.test($(element).attr("style") ?? ""),
    )
    .remove();
  const main = ["main .govspeak", ".govspeak", "main", "article", "body"]
    .map((each) => $(each).toArray() as Element[])
    .find(({ length }) => length > 0);
  const blocks: LayoutBlock[] = [];
  const title = $("h1").first().get(0);
  if (title && !main?.some((each) => $.contains(each, title)))
    addText($, blocks, title, { mark: "", depth: 0 });
  for (const element of main ?? []) walk($, element, blocks, { mark: "", depth: 0 });
  if (blocks.every((block) => block.kind === "text" && block.text === ""))
    throw new UnreadableDocument("empty", "the page holds no text");
  return { pages: 1, blocks, picturePages: [] };
}

interface Setting {
  /** Of the item that the next text begins. */
  mark: string;
  readonly depth: number;
}

function walk($: CheerioAPI, element: Element, blocks: LayoutBlock[], setting: Setting): void {
  if (blocks.length > LIMITS.blocks)
    throw new UnreadableDocument("too-large", "the page holds more text than an agreement can have");
  let inline: Element[] = [];
  const flush = () => {
    addInline($, blocks, inline, setting);
    inline = [];
  };
  for (const child of $(element).contents().toArray()) {
    if (child.type !== "tag" || !(BLOCKS.has(child.name) || holds(child, WITHIN_INLINE))) {
      inline.push(child);
      continue;
    }
    flush();
    // A table around tables only lays them out.
    if (child.name === "table" && !holds(child, TABLES)) blocks.push(tableOf($, child, blocks.length));
    else if (child.name === "ol" || child.name === "ul") walkList($, child, blocks, setting);
    else if (/^h[1-6]$/.test(child.name)) addText($, blocks, child, setting);
    else walk($, child, blocks, setting);
  }
  flush();
}

const TABLES = new Set(["table"]);
/** What makes an inline element around it a block. */
const WITHIN_INLINE = new Set("p div table ul ol h1 h2 h3 h4 h5 h6".split(" "));

/** Whether one of these stands anywhere within. A selector's time would grow with the square of the children. */
function holds(element: Element, names: ReadonlySet<string>): boolean {
  if (!("children" in element)) return false;
  return element.children.some(
    (child) => ("name" in child && names.has(child.name)) || holds(child as Element, names),
  );
}

/** The table's own rows, not those of tables within its cells. */
function rowsOf(table: Element): Element[] {
  if (!("children" in table)) return [];
  return table.children.flatMap((child) => {
    if (!("name" in child)) return [];
    if (child.name === "tr") return [child as Element];
    return /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child as Element) : [];
  });
}

function walkList($: CheerioAPI, list: Element, blocks: LayoutBlock[], setting: Setting): void {
  const ordered = $(list).is("ol");
  const items = $(list).children("li").toArray();
  let number = Number.parseInt($(list).attr("start") ?? "1", 10) || 1;
  for (const item of items) {
    const value = Number.parseInt($(item).attr("value") ?? "", 10);
    if (Number.isFinite(value)) number = value;
    const mark = ordered
      ? `${numeral(number, $(list).attr("type") ?? styleOf($(list).attr("style")))}.`
      : "\u2022";
    walk($, item, blocks, { mark, depth: setting.depth + 1 });
    number += 1;
  }
}

function styleOf(style: string | undefined): string {
  const named =
    /list-style(?:-type)?\s*:\s*(lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman)/.exec(
      style ?? "",
    )?.[1];
  return (
    {
      "lower-alpha": "a",
      "lower-latin": "a",
      "upper-alpha": "A",
      "upper-latin": "A",
      "lower-roman": "i",
      "upper-roman": "I",
    }[named ?? ""] ?? "1"
  );
}

function numeral(number: number, type: string): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  if (type === "a") return letter;
  if (type === "A") return letter.toUpperCase();
  if (type !== "i" && type !== "I") return String(number);
  const roman = [
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ] as const;
  let rest = Math.min(Math.max(number, 1), 39);
  let text = "";
  for (const [worth, sign] of roman)
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  return type === "I" ? text.toUpperCase() : text;
}

function addText($: CheerioAPI, blocks: LayoutBlock[], element: Element | undefined, setting: Setting): void {
  if (element)
    addInline($, blocks, [element], setting, /^h[1-6]$/.test("name" in element ? element.name : ""));
}

function addInline(
  $: CheerioAPI,
  blocks: LayoutBlock[],
  elements: readonly Element[],
  setting: Setting,
  heading = false,
): void {
  const text = wordsOf($, elements);
  if (text === "") return;
  // Lists with marks typed as text carry them once, not twice.
  const typed = leadingMark(text, { bareNumber: false });
  const bullet = setting.mark === "\u2022" || setting.mark === "";
  const mark = typed && bullet ? typed.mark : setting.mark;
  const bold = heading || elements.every((each) => wordsOf($, [each]) === "" || $(each).is("strong, b"));
  blocks.push({
    kind: "text",
    mark,
    text: typed && bullet ? typed.text : text,
    left: 20 * setting.depth,
    size: 0,
    bold,
    place: { path: `paragraph ${blocks.length + 1}` },
  });
  setting.mark = "";
}

/** The text as a browser would show it, in one line and without the marks of footnotes. */
function wordsOf($: CheerioAPI, elements: readonly Element[]): string {
  let text = "";
  const add = (element: Element): void => {
    if (element.type === "text") text += element.data;
    if (element.type !== "tag") return;
    if (element.name === "br") text += " ";
    if (element.name === "sup" && isFootnote($(element).text())) return;
    for (const child of element.children) add(child as Element);
    if (BLOCKS.has(element.name)) text += " ";
  };
  for (const element of elements) add(element);
  return text
    .replace(/\u00ad/g, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

function isFootnote(text: string): boolean {
  return /^[\s([]*(?:(?:note |fn:?)?\d{1,3}|[*\u2020\u2021\u00a7]{1,3}|[a-z])[\s)\]]*$/i.test(text);
}

function tableOf($: CheerioAPI, table: Element, position: number): LayoutBlock {
  const rows: TableCell[][] = [];
  const caption = wordsOf($, $(table).children("caption").toArray());
  const name = caption === "" ? `table at paragraph ${position + 1}` : caption.slice(0, 120);
  let cells = 0;
  for (const [index, row] of rowsOf(table).entries()) {
    rows[index] ??= [];
    const here = rows[index] as TableCell[];
    let column = 0;
    for (const cell of $(row).children("td, th").toArray()) {
      while (here[column] !== undefined) column += 1;
      const text = wordsOf($, [cell]);
      const across = spanOf($(cell).attr("colspan"));
      const down = spanOf($(cell).attr("rowspan"));
      for (let dy = 0; dy < down; dy += 1) {
        rows[index + dy] ??= [];
        for (let dx = 0; dx < across; dx += 1) {
          cells += 1;
          if (cells > LIMITS.cells)
            throw new UnreadableDocument("too-large", "the page holds a table without end");
          const place = { table: name, row: index + 1, cell: String(column + 1) };
          (rows[index + dy] as TableCell[])[column + dx] = { text, repeated: dx + dy > 0, place };
        }
      }
      column += across;
    }
  }
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length * columns > LIMITS.filledCells)
    throw new UnreadableDocument("too-large", "the page holds a table without end");
  const captionRow =
    caption === ""
      ? []
      : [
          Array.from({ length: columns }, (_, column) => ({
            text: caption,
            repeated: column > 0,
            place: { table: name },
          })),
        ];
  const filled = rows.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? EMPTY_CELL));
  return { kind: "table", rows: [...captionRow, ...filled], place: { table: name } };
}

function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? "1", 10);
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), LIMITS.span) : 1;
}
