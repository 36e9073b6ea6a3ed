import { editorProcedure } from "../../trpc";

/** Who is signed in: for the head of every page of the admin room. */
export const me = editorProcedure.query(({ ctx }) => ctx.user);
