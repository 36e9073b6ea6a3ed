import type { LayoutBlock, TableCell, TextBlock } from "@/formats/document-layout";
import { readCell } from "./printed-amounts";
import { yearsIn } from "./printed-years";

/** Figures listed line by line, `2024-25: \u00a320.5m`, as the table that they could have been. */
export function listsAsTables(blocks: readonly LayoutBlock[]): LayoutBlock[] {
  const laid: LayoutBlock[] = [];
  let rows: TableCell[][] = [];
  let held: TextBlock[] = [];
  const close = () => {
    if (rows.length > 1) laid.push({ kind: "table", rows, place: held[0]?.place ?? {} });
    else laid.push(...held);
    rows = [];
    held = [];
  };
  for (const block of blocks) {
    const pairs = block.kind === "text" ? pairsIn(block) : [];
    if (block.kind === "text" && pairs.length > 0) {
      rows.push(...pairs);
      held.push(block);
    } else {
      close();
      laid.push(block);
    }
  }
  close();
  return laid;
}

const BEFORE_ITS_YEAR =
  /^[;,]?\s*(?:and )?(.{2,40}?) (?:in|by|for|during|at|on)(?: the)?(?: end of)?(?: financial year)? ?$/i;

/** A year and its figure, once or several times; none where the text says anything else. */
function pairsIn({ text, place }: TextBlock): TableCell[][] {
  const years = yearsIn(text);
  if (years.length === 0 || text.length > 60 * years.length) return [];
  // "£20.5 million at the end of 2024-25, £18.2 million at the end of 2025-26".
  const leading = years.map(({ start, end }, index) => {
    const before = text.slice(years[index - 1]?.end ?? 0, start);
    return { year: text.slice(start, end), figure: BEFORE_ITS_YEAR.exec(before)?.[1] ?? "" };
  });
  const ends = /^[;,.]?(?: and)?$/.test(text.slice(years.at(-1)?.end));
  if (ends && leading.every(({ figure }) => isFigure(figure)))
    return leading.map(({ year, figure }) => [cellOf(year, place), cellOf(figure, place)]);
  if (!/^(?:by |at |in |end of |year end |financial year )*$/i.test(text.slice(0, years[0]?.start)))
    return [];
  const pairs = years.map(({ start, end }, index) => {
    const figure = text
      .slice(end, years[index + 1]?.start)
      .replace(/^\s*[:,=\u2013\u2014-]\s+|^\s*[:,=]?\s*|[;,.]?\s*(?:and\s*)?$/g, "");
    return { year: text.slice(start, end), figure };
  });
  return pairs.every(({ figure }) => isFigure(figure))
    ? pairs.map(({ year, figure }) => [cellOf(year, place), cellOf(figure, place)])
    : [];
}

function isFigure(text: string): boolean {
  return /\d/.test(text) && readCell(text, "pound").kind === "amount";
}

function cellOf(text: string, place: TextBlock["place"]): TableCell {
  return { text, repeated: false, place };
}
