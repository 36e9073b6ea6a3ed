/**
 * Why nothing was done, in words for the person who tried: what is wrong, and what to do. Nothing was changed.
 *
 * Each stage that people decide things in has its own kind of it; wherever it's met, its words may be shown.
 */
export abstract class ToldProblem extends Error {
  abstract readonly kind: string;
}
