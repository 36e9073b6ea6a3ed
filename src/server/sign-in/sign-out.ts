import type { Context } from "@/context";
import { signOutEverywhere } from "@/users/change-user";
import { comesFromThisSite } from "../comes-from-this-site";
import type { FrontDoor } from "../context";
import { FROM_ELSEWHERE, goOn, refuse } from "../forms/answer-form";

/** Ends the session that the request carries. */
export async function signOut(request: Request, { auth, baseUrl }: FrontDoor): Promise<Response> {
  if (!comesFromThisSite(request.headers, baseUrl)) return refuse(403, FROM_ELSEWHERE);
  return goOn("/sign-in?done=signed-out", await auth.signOut(request.headers));
}

/** Ends every session of whoever is signed in, in whichever browser. */
export async function signOutOfAll(
  request: Request,
  { auth, baseUrl }: FrontDoor,
  context: Pick<Context, "database" | "clock">,
): Promise<Response> {
  if (!comesFromThisSite(request.headers, baseUrl)) return refuse(403, FROM_ELSEWHERE);
  const user = await auth.signedIn(request.headers);
  if (user === null) return goOn("/sign-in");
  await signOutEverywhere({ ...context, actor: user.id }, { userId: user.id });
  return goOn("/sign-in?done=signed-out-everywhere", await auth.signOut(request.headers));
}
