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

/** A year and its figure, once or several times; none where the text says anything else. */
function pairsIn({ text, place }: TextBlock): TableCell[][] {
  const years = yearsIn(text);
  if (years.length === 0 || text.length > 60 * years.length) return [];
  const [only] = years.length === 1 ? years : [];
  const leading =
    only &&
    /^(.{2,40}?) (?:in|by|for|during|at)(?: the)?(?: end of)?(?: financial year)? ?$/i.exec(
      text.slice(0, only.start),
    );
  if (only && leading?.[1] && /^[;,.]?(?: and)?$/.test(text.slice(only.end)) && isFigure(leading[1]))
    return [[cellOf(text.slice(only.start, only.end), place), cellOf(leading[1], place)]];
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
