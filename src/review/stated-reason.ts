import { ReviewProblem } from "./review-problem";

export const LONGEST_REASON = 1_000;

/**
 * The reason for a decision without the blanks around it.
 *
 * @throws ReviewProblem when there is none, or it's too long
 */
export function statedReason(reason: string): string {
  const stated = reason.trim();
  if (stated === "") throw new ReviewProblem("reason", "Say why: a decision needs a reason.");
  if (stated.length > LONGEST_REASON) {
    throw new ReviewProblem(
      "reason",
      `Keep the reason to ${LONGEST_REASON} characters; it has ${stated.length}.`,
    );
  }
  return stated;
}
