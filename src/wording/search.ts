import type { CouncilSearch } from "@/shapes/search-shapes";

/** What is said aloud of an answer: how many councils, and how to choose one. */
export function foundWords({ count, found }: Pick<CouncilSearch, "count" | "found">): string {
  if (count === 0) return "No council answers to that.";
  const councils = count === 1 ? "1 council" : `${count} councils`;
  const shown = found.length < count ? `${councils}, the first ${found.length} shown` : councils;
  return found.some(({ alike }) => alike)
    ? `Nothing is written so; ${shown} spelt alike. Choose with the arrow keys.`
    : `${shown}. Choose with the arrow keys.`;
}

/** How many rows of the table of councils are shown: "All 153 councils", "2 of 153 councils". */
export function shownWords(shown: readonly { readonly alike: boolean }[], all: number): string {
  if (shown.length === all) return `All ${all} councils`;
  const some = `${shown.length} of ${all} councils`;
  return shown.some(({ alike }) => alike) ? `Nothing is written so. Spelt alike: ${some}` : some;
}
