import type { Context } from "@/context";
import { decideFlag, type FlagDecided, type FlagDecisionRequest } from "./decide-flag";
import { ReviewProblem } from "./review-problem";

/**
 * Takes a withdrawal back. The flag is open again if the last assessment found it, else it's cleared: what no rule
 * finds today is not said of anybody.
 *
 * @throws ReviewProblem
 */
export function restoreFlag(
  context: Pick<Context, "database" | "clock" | "actor">,
  request: FlagDecisionRequest,
): Promise<FlagDecided> {
  return decideFlag(context, request, "restore", (flag, _, now) => {
    if (flag.state !== "withdrawn") {
      throw new ReviewProblem("wrong-state", "It isn't withdrawn, so there is nothing to restore.");
    }
    return flag.found
      ? { state: "open", clearedAt: null, withdrawnReason: null }
      : { state: "cleared", clearedAt: flag.clearedAt ?? now, withdrawnReason: null };
  });
}
