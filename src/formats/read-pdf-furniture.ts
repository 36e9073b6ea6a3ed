import { type Line, textOf } from "./read-pdf-lines";

/** The part of a page's height, above and below, where running heads and page numbers stand. */
const EDGE = 0.11;
const PAGE_NUMBER =
  /^(?:page )?[-\u2013\u2014|\s]*(?:\d{1,3}|[ivx]{1,5})(?: ?(?:of|\/) ?\d{1,3})?[-\u2013\u2014|\s]*$/i;

/**
 * Takes out what belongs to the page and not to the text: heads and feet that return from page to page,
 * page numbers, and footnotes.
 */
export function withoutFurniture(pages: readonly (readonly Line[])[]): Line[][] {
  const seen = new Map<string, Set<number>>();
  const keyOf = (line: Line) => `${returningWords(line)} at ${Math.round(line.baseline / 8)}`;
  const nearKeys = (line: Line) => {
    const at = Math.round(line.baseline / 8);
    const words = returningWords(line);
    return [at - 1, at, at + 1].map((each) => `${words} at ${each}`);
  };
  for (const [index, lines] of pages.entries())
    for (const line of lines.filter(atEdge))
      seen.set(keyOf(line), (seen.get(keyOf(line)) ?? new Set()).add(index));
  const returns = (line: Line) =>
    new Set(nearKeys(line).flatMap((key) => [...(seen.get(key) ?? [])])).size > 1;
  const usual = usualSize(pages.flat());
  return pages.map((lines) =>
    withoutFootnotes(
      lines.filter((line) => !atEdge(line) || !(returns(line) || PAGE_NUMBER.test(textOf(line)))),
      usual,
    ),
  );
}

/** A page's number differs from page to page; a row of a table that goes on is no head because another stands there. */
function returningWords(line: Line): string {
  const text = textOf(line);
  return line.pieces.length > 1 && /^20\d\d\b/.test(text) ? text : text.replace(/\d+/g, "#");
}

export function atEdge({ baseline, page }: Line): boolean {
  return baseline < page.height * EDGE || baseline > page.height * (1 - EDGE);
}

/** The height of the letters in which most of the text is set: a page of headings and a table doesn't tell. */
function usualSize(lines: readonly Line[]): number {
  const letters = lines.map((line) => ({ size: line.size, count: textOf(line).length }));
  const half = letters.reduce((sum, { count }) => sum + count, 0) / 2;
  let passed = 0;
  for (const { size, count } of letters.toSorted((a, b) => a.size - b.size)) {
    passed += count;
    if (passed >= half) return size;
  }
  return 0;
}

/** Smaller lines at the foot of a page, led by the mark they explain. */
function withoutFootnotes(lines: readonly Line[], usual: number): Line[] {
  let end = lines.length;
  while (end > 0 && (lines[end - 1]?.size ?? 0) < 0.9 * usual) end -= 1;
  if (end === 0) return [...lines];
  const foot = lines.slice(end);
  const first = foot.findIndex((line) =>
    /^[([]?(?:\d{1,2}|[*\u2020\u2021\u00a7]+|[a-z])[)\]]?\s*\S/.test(textOf(line)),
  );
  return first === -1 ? [...lines] : lines.slice(0, end + first);
}
