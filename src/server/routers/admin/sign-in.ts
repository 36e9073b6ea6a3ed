import { z } from "zod";
import { linkHolder } from "@/users/choose-password";
import { createRouter, publicProcedure } from "../../trpc";

/** What the pages in front of the admin room ask. They change nothing: their forms go to /api/auth. */
export const signInRouter = createRouter({
  /** Whom a one-time link is for; null when it can't be used. */
  linkHolder: publicProcedure
    .input(z.object({ token: z.string().max(200) }))
    .query(({ ctx, input }) => linkHolder(ctx, input.token)),
});
