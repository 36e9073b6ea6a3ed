import { TRPCError } from "@trpc/server";

const TOLD = [
  "UNPROCESSABLE_CONTENT",
  "BAD_REQUEST",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "INTERNAL_SERVER_ERROR",
];

/**
 * What a form says when a procedure refused what was sent, in words for the person: what they typed stays there.
 *
 * @throws what isn't a procedure's refusal, such as Next's own signals
 */
export function toldProblem(error: unknown): string {
  if (!(error instanceof TRPCError)) throw error;
  if (error.code === "UNAUTHORIZED") {
    return "You are no longer signed in. Sign in again in another tab, then send this once more: nothing is lost.";
  }
  if (TOLD.includes(error.code)) return error.message;
  throw error;
}
