import { TRPCError } from "@trpc/server";
import { signInPath } from "@/domain/users/return-path";
import { comesFromThisSite } from "../comes-from-this-site";
import { createRequestContext, frontDoor } from "../context";
import { appRouter } from "../routers/app-router";
import { createVisitor } from "../visitor";
import { FROM_ELSEWHERE, goOn, NOT_A_FORM, refuse } from "./answer-form";
import { readForm } from "./read-form";
import { saidCookie } from "./said-cookie";

export type AdminCaller = ReturnType<typeof appRouter.createCaller>["admin"];

export interface AdminForm {
  /** The page with the form. */
  back(form: URLSearchParams): string;
  /** Does what is asked, in the name of whoever is signed in. */
  act(
    admin: AdminCaller,
    form: URLSearchParams,
  ): Promise<{
    readonly to: string;
    /** What the next page says of it. */
    readonly done: string;
  }>;
}

/**
 * Answers a form of the admin room, with script or without: on to a page that says what was done, or back to the form
 * with what was wrong and what was typed. Who may do it is for the procedure to say that does it.
 */
export async function answerAdminForm(request: Request, { back, act }: AdminForm): Promise<Response> {
  const { baseUrl } = await frontDoor();
  if (!comesFromThisSite(request.headers, baseUrl)) return refuse(403, FROM_ELSEWHERE);
  const form = await readForm(request);
  if (form === null) return refuse(400, NOT_A_FORM);
  const visitor = createVisitor(() => request.headers, frontDoor);
  const caller = appRouter.createCaller({ ...createRequestContext(), visitor });
  try {
    const { to, done } = await act(caller.admin, form);
    return goOn(to, [saidCookie({ page: pathOf(to), kind: "done", text: done, typed: {} }, baseUrl)]);
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const page = back(form);
    if (error.code === "UNAUTHORIZED") return goOn(signInPath(page));
    if (error.code === "FORBIDDEN") return refuse(403, error.message);
    const typed = Object.fromEntries(form);
    return goOn(page, [
      saidCookie({ page: pathOf(page), kind: "problem", text: error.message, typed }, baseUrl),
    ]);
  }
}

function pathOf(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? address;
}
