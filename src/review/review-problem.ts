import { ToldProblem } from "@/domain/told-problem";

/**
 * - `no-such-reading`: there is no reading of that number
 * - `reason`: none was given, or it's too long
 * - `already-decided`: somebody was quicker, or it was decided before
 * - `replaced`: a newer document, or a newer reading of the same one, took its place
 * - `wrong-state`: this can't be decided about a reading, or a figure, in its state
 * - `no-such-figure`, `no-such-correction`, `no-such-council`, `no-such-flag`, `no-such-entry`: there is none of that number or name
 * - `no-such-report`, `no-such-note`: there is no report, or no correction note, of that number
 * - `spelling`, `no-such-spelling`: it isn't a name, or there is none of that number
 * - `amount`: it isn't an amount that the figure can have
 * - `source`: none was given, or its address isn't one
 * - `date`: it isn't a day on which somebody can have said so
 * - `words`: there are none, or too many
 */
export type ReviewProblemKind =
  | "no-such-reading"
  | "reason"
  | "already-decided"
  | "replaced"
  | "wrong-state"
  | "no-such-figure"
  | "no-such-correction"
  | "no-such-council"
  | "no-such-flag"
  | "no-such-report"
  | "no-such-note"
  | "spelling"
  | "no-such-spelling"
  | "no-such-entry"
  | "amount"
  | "source"
  | "date"
  | "words";

/** Why nothing was decided, in words for the person who tried. Nothing was changed. */
export class ReviewProblem extends ToldProblem {
  constructor(
    readonly kind: ReviewProblemKind,
    message: string,
  ) {
    super(message);
  }
}
