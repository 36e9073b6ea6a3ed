import { readReason } from "@/domain/read-reason";
import { ReviewProblem } from "./review-problem";

/**
 * The reason for a decision without the blanks around it.
 *
 * @throws ReviewProblem when there is none, or it's too long
 */
export function statedReason(reason: string): string {
  const read = readReason(reason);
  if (read.stated === null) throw new ReviewProblem("reason", read.problem);
  return read.stated;
}
