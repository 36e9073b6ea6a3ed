/**
 * - `no-such-reading`: there is no reading of that number
 * - `reason`: none was given, or it's too long
 * - `already-decided`: somebody was quicker, or it was decided before
 * - `replaced`: a newer document, or a newer reading of the same one, took its place
 * - `wrong-state`: this can't be decided about a reading in its state
 */
export type ReviewProblemKind = "no-such-reading" | "reason" | "already-decided" | "replaced" | "wrong-state";

/** Why nothing was decided, in words for the person who tried. Nothing was changed. */
export class ReviewProblem extends Error {
  constructor(
    readonly kind: ReviewProblemKind,
    message: string,
  ) {
    super(message);
  }
}
