/**
 * A text without what printing varies: quotes, dashes, spaces, capitals, the stop at the end.
 *
 * Equal results say the same; a reader must not be told that a curly quote became a straight one.
 */
export function wordsAsSaid(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/["'‘’‚‛“”„`´]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.;,]+$/, "")
    .toLowerCase();
}

export function saysTheSame(a: string | null, b: string | null): boolean {
  return wordsAsSaid(a ?? "") === wordsAsSaid(b ?? "");
}

/** Share of the words that two texts have in common, 0 to 1: Dice's coefficient over words, repeated ones counted. */
export function similarity(a: string, b: string): number {
  const left = wordsIn(a);
  const right = wordsIn(b);
  if (left.length + right.length === 0) return 1;
  const unmatched = new Map<string, number>();
  for (const word of left) unmatched.set(word, (unmatched.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count = unmatched.get(word) ?? 0;
    if (count === 0) continue;
    common += 1;
    unmatched.set(word, count - 1);
  }
  return (2 * common) / (left.length + right.length);
}

function wordsIn(text: string): string[] {
  return wordsAsSaid(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
