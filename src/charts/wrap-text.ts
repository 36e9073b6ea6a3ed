import { textWidth } from "./text-width";

/**
 * A text in lines no wider than `width` px. What does not fit into `lines` of them is cut at a word, and the cut is
 * seen.
 */
export function wrapText(text: string, size: number, width: number, lines: number): string[] {
  const wrapped: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = wrapped.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && textWidth(longer, size) <= width) wrapped[wrapped.length - 1] = longer;
    else wrapped.push(word);
  }
  if (wrapped.length <= lines) return wrapped;
  const kept = wrapped.slice(0, lines);
  let last = kept[lines - 1] ?? "";
  while (last.includes(" ") && textWidth(`${last} …`, size) > width)
    last = last.slice(0, last.lastIndexOf(" "));
  return [...kept.slice(0, -1), `${last} …`];
}
