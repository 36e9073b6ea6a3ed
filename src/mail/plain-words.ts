/** Could reorder what stands beside them, hide in a word or end a header: none has a place in a sentence. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
const UNPAIRED = /\p{Cs}/gu;

/**
 * Somebody's words as one line that means nothing to any machine: without line breaks, control and direction
 * marks, and with braces apart, so that a placeholder stays the sender's alone.
 */
export function plainWords(text: string): string {
  return text
    .replace(UNPAIRED, "\ufffd")
    .replace(UNSEEN, "")
    .replace(BREAKS, " ")
    .replace(/\{(?=\{)/g, "{ ")
    .replace(/\}(?=\})/g, "} ")
    .trim();
}

/** At most so many characters, cut after a word where one ends in time. */
export function clipped(text: string, most: number): string {
  const plain = plainWords(text);
  const letters = [...plain];
  if (letters.length <= most) return plain;
  const cut = letters.slice(0, most - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, "")}…`;
}

const MONTH = "January|February|March|April|May|June|July|August|September|October|November|December";
const SUM = /(£[\d.,]+) (million|billion)/g;
const COUNTED = new RegExp(`(\\d) (${MONTH}|years?|months?|days?)\\b`, "g");

/** Figures and their units, days and their months don't part at a line's end. */
export function keptTogether(text: string): string {
  return text.replace(SUM, "$1\u00a0$2").replace(COUNTED, "$1\u00a0$2");
}
