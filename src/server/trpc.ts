import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import type { RequestContext } from "./context";
import { translateError } from "./translate-error";

const t = initTRPC.context<RequestContext>().create({
  transformer: superjson,
  // A stack trace is nobody's business outside, in development either: the log has it.
  isDev: false,
});

export const createRouter = t.router;

/** Translates what went wrong, in this one place: an error nobody meant for a reader never leaves as text. */
const withTranslatedErrors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (!result.ok)
    throw translateError(result.error, (error) => ctx.log.error(`${path} failed`, { err: error }));
  return result;
});

export const publicProcedure = t.procedure.use(withTranslatedErrors);
