import { similarity, wordsAsSaid } from "./similar-words";

export interface PlacedText {
  /** From 1, in the order of the document. */
  readonly position: number;
  readonly text: string;
}

export interface TextPair<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** Texts that share fewer words than this are two texts, not one reworded. */
const REWORDED = 0.5;

/**
 * Which text of one document became which of the next: the pairs that don't say the same.
 *
 * Texts that still say the same are the same wherever they now stand, so that one inserted condition is
 * one difference and not one for every condition after it. The rest is paired by the words in common,
 * then by nearness; what finds no partner came or went.
 */
export function pairTexts<T extends PlacedText>(before: readonly T[], after: readonly T[]): TextPair<T>[] {
  const rest = withoutEqual(before, after);
  const candidates = rest.before
    .flatMap((old) => rest.after.map((next) => ({ old, next, likeness: similarity(old.text, next.text) })))
    .filter(({ likeness }) => likeness >= REWORDED)
    .sort(
      (a, b) =>
        b.likeness - a.likeness ||
        distance(a) - distance(b) ||
        a.old.position + a.next.position - (b.old.position + b.next.position),
    );
  const paired = new Set<T>();
  const pairs: TextPair<T>[] = [];
  for (const { old, next } of candidates) {
    if (paired.has(old) || paired.has(next)) continue;
    paired.add(old);
    paired.add(next);
    pairs.push({ before: old, after: next });
  }
  for (const old of rest.before) if (!paired.has(old)) pairs.push({ before: old, after: null });
  for (const next of rest.after) if (!paired.has(next)) pairs.push({ before: null, after: next });
  return pairs.sort((a, b) => positionOf(a) - positionOf(b) || Number(!b.after) - Number(!a.after));
}

function withoutEqual<T extends PlacedText>(before: readonly T[], after: readonly T[]) {
  const byWords = new Map<string, T[]>();
  for (const old of inOrder(before)) {
    const words = wordsAsSaid(old.text);
    byWords.set(words, [...(byWords.get(words) ?? []), old]);
  }
  const fresh = inOrder(after).filter((next) => byWords.get(wordsAsSaid(next.text))?.shift() === undefined);
  return { before: inOrder([...byWords.values()].flat()), after: fresh };
}

function inOrder<T extends PlacedText>(texts: readonly T[]): T[] {
  return [...texts].sort((a, b) => a.position - b.position);
}

function distance({ old, next }: { readonly old: PlacedText; readonly next: PlacedText }): number {
  return Math.abs(old.position - next.position);
}

function positionOf({ before, after }: TextPair<PlacedText>): number {
  return after?.position ?? before?.position ?? 0;
}
