/** From this many letters on a word may have so many wrong ones. */
const ALLOWED_SLIPS = [
  { letters: 9, slips: 3 },
  { letters: 6, slips: 2 },
  { letters: 4, slips: 1 },
] as const;

/** Share of common groups of three letters from which words are alike however many letters differ: Lester, Leicester. */
const ENOUGH_IN_COMMON = 0.45;

/**
 * How many slips lie between what was typed and the word that may be meant by it: letters wrong, missing, too many
 * or changed round. A word still being typed is held against the beginning.
 *
 * @returns null where so many differ that something else must be meant, unless most groups of three letters agree
 */
export function slipsIn(typed: string, word: string): number | null {
  const allowed = ALLOWED_SLIPS.find(({ letters }) => typed.length >= letters)?.slips ?? 0;
  const whole = slipsBetween(typed, word);
  // A slip less is forgiven at the beginning: there are many more words to be meant.
  const begun = word.length > typed.length ? slipsBetween(typed, word.slice(0, typed.length)) + 1 : whole;
  const slips = Math.min(whole, begun);
  if (slips <= allowed) return slips;
  return allowed > 0 && inCommon(typed, word) >= ENOUGH_IN_COMMON ? slips : null;
}

/** Letters to change, add, leave out, or to swap with the next one, until one word is the other. */
export function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Groups of three letters that both have, of all that either has, 0 to 1; a word's edges count as letters. */
export function inCommon(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  const both = [...left].filter((group) => right.has(group)).length;
  return both / (left.size + right.size - both);
}

function trigrams(word: string): ReadonlySet<string> {
  const edged = `  ${word} `;
  return new Set(Array.from({ length: edged.length - 2 }, (_, index) => edged.slice(index, index + 3)));
}
