import { TRPCError } from "@trpc/server";
import { signInPath } from "@/domain/users/return-path";
import { createRequestContext, frontDoor } from "../context";
import { appRouter } from "../routers/app-router";
import { createVisitor } from "../visitor";
import type { AdminCaller } from "./answer-admin-form";
import { goOn, PRIVATE, refuse } from "./answer-form";

/**
 * Answers with a file of the admin room. Who may have it is for the procedure to say that makes it.
 *
 * @param page with the link to it: whoever isn't signed in comes back there
 * @param load null: there is no such file
 */
export async function answerAdminDownload(
  request: Request,
  page: string,
  load: (admin: AdminCaller) => Promise<{ readonly name: string; readonly csv: string }> | null,
): Promise<Response> {
  const visitor = createVisitor(() => request.headers, frontDoor);
  const caller = appRouter.createCaller({ ...createRequestContext(), visitor });
  try {
    const loaded = await load(caller.admin);
    if (loaded === null) return refuse(404, "There is no such file.");
    return new Response(loaded.csv, {
      headers: {
        ...PRIVATE,
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${loaded.name}"`,
      },
    });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === "UNAUTHORIZED") return goOn(signInPath(page));
    if (error.code === "FORBIDDEN") return refuse(403, error.message);
    throw error;
  }
}
