import type { Context } from "@/context";
import { decideFlag, type FlagDecided, type FlagDecisionRequest } from "./decide-flag";
import { ReviewProblem } from "./review-problem";

/**
 * Withdraws a flag with a public reason: it counts nowhere any more, and stays withdrawn while the rule finds the
 * same in the same figures. Its page stays, with the reason.
 *
 * @throws ReviewProblem
 */
export function withdrawFlag(
  context: Pick<Context, "database" | "clock" | "actor">,
  request: FlagDecisionRequest,
): Promise<FlagDecided> {
  return decideFlag(context, request, "withdraw", (flag, reason) => {
    if (flag.state === "withdrawn") {
      throw new ReviewProblem("already-decided", "It is withdrawn already. Its page says why.");
    }
    return { state: "withdrawn", withdrawnReason: reason };
  });
}
