import { returnPath } from "@/domain/users/return-path";
import { comesFromThisSite } from "../comes-from-this-site";
import type { FrontDoor } from "../context";
import { FROM_ELSEWHERE, goOn, NOT_A_FORM, refuse } from "../forms/answer-form";
import { readForm } from "../forms/read-form";
import { typedEmail } from "./typed-email";

/** Answers the form of `/sign-in`: on to the page that was asked for, or back to the form with what was wrong. */
export async function signIn(request: Request, { auth, baseUrl }: FrontDoor): Promise<Response> {
  if (!comesFromThisSite(request.headers, baseUrl)) return refuse(403, FROM_ELSEWHERE);
  const form = await readForm(request);
  if (form === null) return refuse(400, NOT_A_FORM);
  const email = form.get("email") ?? "";
  const next = returnPath(form.get("next"));
  const outcome = await auth.signIn(request.headers, { email, password: form.get("password") ?? "" });
  if (outcome.kind === "signed-in") return goOn(next, [...outcome.cookies, typedEmail("", baseUrl)]);
  const problem = new URLSearchParams({ problem: outcome.kind });
  if (outcome.kind === "wait") problem.set("minutes", String(Math.ceil(outcome.seconds / 60)));
  if (next !== "/admin") problem.set("next", next);
  return goOn(`/sign-in?${problem}`, [typedEmail(email, baseUrl)]);
}
