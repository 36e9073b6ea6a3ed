import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { mayActAs, type Role } from "@/domain/users/role";
import { translateError } from "./translate-error";
import type { ProcedureContext } from "./visitor";

/** For whom a procedure is. A test walks through all of them and asks. */
export interface ProcedureMeta {
  readonly access: "public" | Role;
}

const t = initTRPC.context<ProcedureContext>().meta<ProcedureMeta>().create({
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

/** Refuses to change anything for a page of another site, whoever is signed in. */
const fromThisSite = t.middleware(async ({ ctx, type, next }) => {
  if (type === "mutation" && ctx.visitor && !(await ctx.visitor.fromThisSite())) {
    throw new TRPCError({
      code: "FORBIDDEN",
      message: "This came from another site, so nothing was changed.",
    });
  }
  return next();
});

/** Lets in who is signed in and may do it. What is done is done in their name: their id is the `actor`. */
const forRole = (needed: Role) =>
  t.middleware(async ({ ctx, next }) => {
    const user = (await ctx.visitor?.signedIn()) ?? null;
    if (user === null) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
    if (!mayActAs(user.role, needed)) {
      throw new TRPCError({ code: "FORBIDDEN", message: `This is for people with the role "${needed}".` });
    }
    return next({ ctx: { user, actor: user.id } });
  });

const base = t.procedure.use(withTranslatedErrors).use(fromThisSite);

export const publicProcedure = base.meta({ access: "public" });
export const editorProcedure = base.meta({ access: "editor" }).use(forRole("editor"));
export const adminProcedure = base.meta({ access: "admin" }).use(forRole("admin"));
