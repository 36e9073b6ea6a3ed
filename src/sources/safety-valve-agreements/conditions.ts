import type { Locator } from "@/domain/provenance";
import type { LayoutBlock, TextBlock } from "@/formats/document-layout";
import { begins, follows, numberDepth } from "@/formats/list-mark";
import type { AgreementSection } from "./agreement-sections";

export interface Condition {
  /** Without its own mark; what hangs below it is joined to it, with its marks. */
  readonly text: string;
  readonly locator: Locator;
}

/** The conditions one by one: the outermost items of their sections. Introductions and headings inside are left out. */
export function readConditions(sections: readonly AgreementSection[]): Condition[] {
  return sections
    .filter(({ kind }) => kind === "conditions")
    .flatMap(({ blocks }) => itemsOf(blocks.filter((block): block is TextBlock => block.kind === "text")));
}

/** Numbers of one list that are nowhere: 3.2 without 3.1, or 3.4 after 3.2. An item may have been lost in the reading. */
export function missingNumbers(sections: readonly AgreementSection[]): string[] {
  const printed = new Set(sections.flatMap(numbersIn));
  const last = new Map<string, number>();
  for (const mark of sections.filter(({ kind }) => kind === "conditions").flatMap(numbersIn)) {
    const [, list = "", number] = DECIMAL.exec(mark) ?? [];
    last.set(list, Math.max(last.get(list) ?? 0, Number(number)));
  }
  return [...last].flatMap(([list, most]) =>
    Array.from({ length: most }, (_, index) => `${list}${index + 1}`).filter((mark) => !printed.has(mark)),
  );
}

/** `3.1` of `3.1.` and `3.1)`; other marks don't say which stands before them. */
function numbersIn({ heading, blocks }: AgreementSection): string[] {
  return [...(heading ? [heading] : []), ...blocks].flatMap((block) => {
    const mark = block.kind === "text" ? block.mark.replace(/[.)]$/, "") : "";
    return DECIMAL.test(mark) ? [mark] : [];
  });
}

const DECIMAL = /^((?:\d+\.)+)(\d+)$/;

interface Level {
  mark: string;
  readonly left: number;
}

function itemsOf(blocks: readonly TextBlock[]): Condition[] {
  if (blocks.every(({ mark }) => mark === "")) return unmarked(blocks);
  const [first, ...rest] = blocks;
  // An introduction with a number, and below it paragraphs without any, further in.
  const isLed =
    first?.text.endsWith(":") &&
    rest.length > 1 &&
    rest.every(({ mark, left }) => mark === "" && left > first.left + 3);
  if (isLed) return unmarked(rest);
  const items: { texts: string[]; locator: Locator; left: number }[] = [];
  let levels: Level[] = [];
  let introduced = false;
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    const item = items.at(-1);
    if (block.mark === "") {
      if (!item || isSubheading(block, next) || isOutside(block, item.left, item.texts, next)) {
        introduced ||= block.text.endsWith(":");
        levels = [];
      } else item.texts.push(block.text);
      return;
    }
    if (isIntroduction(block, blocks.slice(index + 1), levels, introduced)) {
      introduced = true;
      levels = [];
      return;
    }
    levels = levelsWith(levels, block);
    if (levels.length === 1) items.push({ texts: [block.text], locator: block.place, left: block.left });
    else item?.texts.push(`${block.mark} ${block.text}`);
  });
  return items.map(({ texts, locator }) => ({ text: texts.join(" "), locator }));
}

/** Paragraphs without any marks: each a condition, but for one that introduces them. */
function unmarked(blocks: readonly TextBlock[]): Condition[] {
  return blocks
    .filter((block, index) => !block.text.endsWith(":") && !isSubheading(block, blocks[index + 1]))
    .map(({ text, place }) => ({ text, locator: place }));
}

/** `3. The authority agrees to:` before 3.1: numbered like an item, but with no like beside it. */
function isIntroduction(
  block: TextBlock,
  rest: readonly TextBlock[],
  levels: readonly Level[],
  introduced: boolean,
): boolean {
  const next = rest.find(({ mark }) => mark !== "");
  const leads = /:$|\b(?:must|will|shall|to)$/.test(block.text);
  if (!next || !leads || numberDepth(block.mark) !== 1) return false;
  if (levels.some(({ mark }) => follows(mark, block.mark))) return false;
  const inner = block.mark.replace(/\.$/, "");
  // "3. The authority agrees to:" before 1. or a), further in.
  const isBeforeList = begins(next.mark) && next.left > block.left + 3 && !begins(block.mark);
  if (next.mark.startsWith(`${inner}.`) || isBeforeList) return true;
  const hasSibling = rest.some(({ mark }) => follows(block.mark, mark));
  return !introduced && !hasSibling;
}

/** Where an item stands among those open: after its like, or below the last. */
function levelsWith(levels: readonly Level[], { mark, left }: TextBlock): Level[] {
  const isBullet = !/[a-z0-9]/i.test(mark) || mark === "o";
  const at = levels.findLastIndex(
    (level) => follows(level.mark, mark) && (!isBullet || Math.abs(level.left - left) < 6),
  );
  const depth = numberDepth(mark);
  const like =
    at === -1 && depth !== null ? levels.findIndex((level) => numberDepth(level.mark) === depth) : at;
  const sameShape =
    like === -1 && !begins(mark) ? levels.findLastIndex((level) => shape(level.mark) === shape(mark)) : like;
  return sameShape === -1 ? [...levels, { mark, left }] : [...levels.slice(0, sameShape), { mark, left }];
}

const shape = (mark: string) =>
  mark
    .replace(/\d+/g, "0")
    .replace(/[a-z]+/g, "a")
    .replace(/[A-Z]+/g, "A");

function isSubheading(block: TextBlock, next: TextBlock | undefined): boolean {
  if (block.text.length > 90 || /[.;:,]$/.test(block.text) || !/^\p{Lu}/u.test(block.text)) return false;
  return block.bold || (next !== undefined && next.mark !== "");
}

/** A paragraph that stands further out than the item before it doesn't belong to it. */
function isOutside(
  block: TextBlock,
  left: number,
  texts: readonly string[],
  next: TextBlock | undefined,
): boolean {
  if (block.left < left - 3) return true;
  if (block.size === 0 || block.left > left + 3) return false;
  const introduces = block.text.endsWith(":") && next !== undefined && next.mark !== "";
  return introduces || /[.;:]$|; and$/.test(texts.at(-1) ?? "");
}

/** A section's paragraphs in one text, without their numbers; letters and Roman numerals stay. */
export function sectionText(blocks: readonly LayoutBlock[]): { text: string; locator: Locator } | null {
  const texts = blocks.filter((block): block is TextBlock => block.kind === "text");
  const [first] = texts;
  if (!first) return null;
  const text = texts
    .map(({ mark, text: words }) => (/[a-z]/i.test(mark) && mark !== "o" ? `${mark} ${words}` : words))
    .join(" ");
  return { text, locator: first.place };
}
