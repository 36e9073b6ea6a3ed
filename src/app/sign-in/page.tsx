import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { Field } from "@/components/forms/field";
import { FormMessage } from "@/components/forms/form-message";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { returnPath } from "@/domain/users/return-path";
import { signInDone, signInProblem } from "@/wording/sign-in";
import { whoIsSignedIn } from "../admin/who-is-signed-in";
import { type SearchParams, single } from "./search-params";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Sign in", robots: { index: false, follow: false } };

export default async function SignInPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const next = returnPath(single(params, "next"));
  if ((await whoIsSignedIn()) !== null) redirect(next);
  const problem = signInProblem(single(params, "problem"), single(params, "minutes"));
  const done = problem === null ? signInDone(single(params, "done")) : null;
  const typed = (await cookies()).get("typed-email")?.value ?? "";
  return (
    <PageBody meta={null}>
      <Lead title="Admin room" sentence="Sign in">
        <p className="mt-3 prose-width text-ink-soft">
          For the people who run this site. Everything else on it is open to everybody.
        </p>
      </Lead>
      <form method="post" action="/api/auth/sign-in" className="max-w-96 space-y-5 pb-16">
        {problem === null ? null : <FormMessage kind="problem">{problem}</FormMessage>}
        {done === null ? null : <FormMessage kind="done">{done}</FormMessage>}
        <input type="hidden" name="next" value={next} />
        <Field
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          defaultValue={typed}
          required
          spellCheck={false}
        />
        <Field name="password" label="Password" type="password" autoComplete="current-password" required />
        <button type="submit" className="button">
          Sign in
        </button>
      </form>
    </PageBody>
  );
}
