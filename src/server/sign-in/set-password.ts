import type { Context } from "@/context";
import { choosePassword } from "@/users/choose-password";
import { UserProblem } from "@/users/user-problem";
import { comesFromThisSite } from "../comes-from-this-site";
import type { FrontDoor } from "../context";
import { FROM_ELSEWHERE, goOn, NOT_A_FORM, refuse } from "../forms/answer-form";
import { readForm } from "../forms/read-form";
import { typedEmail } from "./typed-email";

/** Answers the form behind a one-time link: on to the sign-in with the new password, or back with what was wrong. */
export async function setPassword(
  request: Request,
  { baseUrl }: FrontDoor,
  context: Pick<Context, "database" | "clock">,
): Promise<Response> {
  if (!comesFromThisSite(request.headers, baseUrl)) return refuse(403, FROM_ELSEWHERE);
  const form = await readForm(request);
  if (form === null) return refuse(400, NOT_A_FORM);
  const token = (form.get("link") ?? "").slice(0, 200);
  const back = (problem: string) =>
    goOn(`/sign-in/password?${new URLSearchParams({ link: token, problem })}`);
  const password = form.get("password") ?? "";
  if (password !== (form.get("again") ?? "")) return back("differ");
  try {
    const { email } = await choosePassword(context, { token, password });
    return goOn("/sign-in?done=password-chosen", [typedEmail(email, baseUrl)]);
  } catch (error) {
    if (!(error instanceof UserProblem)) throw error;
    return back(error.kind);
  }
}
