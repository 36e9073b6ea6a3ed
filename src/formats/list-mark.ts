/** A mark that leads an item, and the text after it. */
export interface MarkedText {
  readonly mark: string;
  readonly text: string;
}

const NUMBER = /^(\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?)\s+(?=\S)/;
const LETTER = /^(\(?[a-z][.)])\s+(?=\S)/i;
const ROMAN = /^(\(?[ivx]{1,5}[.)])\s+(?=\S)/i;
const BULLET =
  /^([\u2022\u25cf\u25cb\u25e6\u25aa\u25ab\u25a0\u25a1\u2023\u2043\u2219\u00b7\u27a2\u2713\u2013\u2014*\uf0a7\uf0b7\uf0d8-])\s+(?=\S)/;
/** 3.2 million isn't the second item of 3. */
const MEASURE = /^(?:m|mn|million|bn|billion|k|thousand|%|per cent|percent|pm|am)\b|^%/i;

/**
 * The mark before an item: `3.`, `3.1`, `(1)`, `a)`, `iv.`, a bullet. A number without point or bracket
 * is a mark only where something else says so, a wide gap for one.
 */
export function leadingMark(
  text: string,
  options: { readonly bareNumber?: boolean } = {},
): MarkedText | null {
  const number = NUMBER.exec(text);
  if (number) {
    const mark = number[1] ?? "";
    const rest = text.slice(number[0].length);
    const isBare = /^\d+$/.test(mark);
    const isDecimal = /^\d+\.\d+$/.test(mark);
    if ((isBare && !options.bareNumber) || ((isBare || isDecimal) && MEASURE.test(rest))) return null;
    return { mark, text: rest };
  }
  const other = LETTER.exec(text) ?? ROMAN.exec(text) ?? BULLET.exec(text);
  if (!other) return null;
  // Symbol fonts paint bullets with characters of their own.
  const mark = (other[1] ?? "").replace(/[\uf0a7\uf0b7\uf0d8]/, "\u2022");
  return { mark, text: text.slice(other[0].length) };
}

/** True for a mark alone, such as the first piece of a line. */
export function isMark(text: string): boolean {
  return (
    leadingMark(`${text} x`, { bareNumber: true })?.mark === text || /^[o\uf0a7\uf0b7\uf0d8]$/.test(text)
  );
}

const ROMAN_NUMBERS = [
  "i",
  "ii",
  "iii",
  "iv",
  "v",
  "vi",
  "vii",
  "viii",
  "ix",
  "x",
  "xi",
  "xii",
  "xiii",
  "xiv",
  "xv",
];

/** Like marks have like shapes: `1.`, `(1)` and `1)` are three, `3.1` and `3.1.1` are of two depths. */
function shapeOf(mark: string): string {
  return mark
    .replace(/\d+/g, "0")
    .replace(/[a-z]+/g, "a")
    .replace(/[A-Z]+/g, "A");
}

/** Whether `next` comes right after `mark` in one list: 3.2 after 3.1, b) after a), a bullet after its like. */
export function follows(mark: string, next: string): boolean {
  if (shapeOf(mark) !== shapeOf(next)) return false;
  const [a, b] = [mark, next].map((each) => each.replace(/[().]+$|^\(/g, ""));
  if (a === undefined || b === undefined) return false;
  if (!/[a-z0-9]/i.test(a)) return a === b;
  if (/\d/.test(a)) {
    const parts = [a, b].map((each) => each.split(".").map(Number));
    const [one = [], two = []] = parts;
    return one.slice(0, -1).join() === two.slice(0, -1).join() && (two.at(-1) ?? 0) === (one.at(-1) ?? 0) + 1;
  }
  const [lower, nextLower] = [a.toLowerCase(), b.toLowerCase()];
  const roman = ROMAN_NUMBERS.indexOf(lower);
  if (roman >= 0 && ROMAN_NUMBERS.indexOf(nextLower) === roman + 1) return true;
  return lower.length === 1 && nextLower.length === 1 && nextLower.charCodeAt(0) === lower.charCodeAt(0) + 1;
}

/** Whether a mark can begin a list: `1.`, `4.1`, `a)`, `i.`, any bullet. */
export function begins(mark: string): boolean {
  const inner = mark.replace(/[().]+$|^\(/g, "").toLowerCase();
  return !/[a-z0-9]/.test(inner) || /^(?:[\d.]*\b1|a|i)$/.test(inner);
}

/** How deep a number goes: 1 for `3.` and `3)`, 2 for `3.1`; null for other marks and numbers in two brackets. */
export function numberDepth(mark: string): number | null {
  return /^\d+(?:\.\d+)*[.)]?$/.test(mark) ? mark.replace(/[.)]$/, "").split(".").length : null;
}
