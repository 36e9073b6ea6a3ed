import { TRPCError } from "@trpc/server";
import { ToldProblem } from "@/domain/told-problem";

const UNKNOWN = "Something went wrong on our side. Try again in a minute.";

/**
 * An error as a reader may see it: what a procedure or a stage said on purpose, or one sentence that says nothing.
 *
 * `report` gets every error that wasn't meant for readers, with its cause.
 */
export function translateError(error: TRPCError, report: (error: unknown) => void): TRPCError {
  if (error.code === "BAD_REQUEST") {
    return new TRPCError({ code: "BAD_REQUEST", message: "The request isn't in the expected form." });
  }
  if (error.cause instanceof ToldProblem) {
    return new TRPCError({ code: "UNPROCESSABLE_CONTENT", message: error.cause.message });
  }
  // tRPC wraps whatever was thrown and copies its text; only its own errors without a cause were meant.
  if (error.code !== "INTERNAL_SERVER_ERROR" && error.cause === undefined) return error;
  report(error.cause ?? error);
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: UNKNOWN });
}
