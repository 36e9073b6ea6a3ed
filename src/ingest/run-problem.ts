/**
 * - `no-such-request`: there is none of that number
 * - `too-late`: it has ended, or somebody was quicker
 * - `sources`: none of that name
 * - `snapshot`: no such document, or another has taken its place
 */
export type RunProblemKind = "no-such-request" | "too-late" | "sources" | "snapshot";

/** Why a run wasn't asked for, or couldn't be cancelled, in words for the person who tried. */
export class RunProblem extends Error {
  constructor(
    readonly kind: RunProblemKind,
    message: string,
  ) {
    super(message);
  }
}
