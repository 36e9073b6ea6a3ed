import { TRPCError } from "@trpc/server";
import { ReviewProblem } from "@/review/review-problem";

const ELSEWHERE: Partial<Record<ReviewProblem["kind"], "NOT_FOUND" | "CONFLICT">> = {
  "no-such-reading": "NOT_FOUND",
  "no-such-figure": "NOT_FOUND",
  "no-such-correction": "NOT_FOUND",
  "no-such-spelling": "NOT_FOUND",
  "no-such-flag": "NOT_FOUND",
  "no-such-report": "NOT_FOUND",
  "no-such-note": "NOT_FOUND",
  "no-such-entry": "NOT_FOUND",
  "already-decided": "CONFLICT",
  replaced: "CONFLICT",
};

/** Lets somebody decide; why it couldn't be decided is told in the words of the problem. */
export async function deciding<T>(decide: () => Promise<T>): Promise<T> {
  try {
    return await decide();
  } catch (error) {
    if (!(error instanceof ReviewProblem)) throw error;
    throw new TRPCError({
      code: ELSEWHERE[error.kind] ?? "UNPROCESSABLE_CONTENT",
      message: error.message,
    });
  }
}
