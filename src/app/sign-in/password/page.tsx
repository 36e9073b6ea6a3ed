import type { Metadata } from "next";
import Link from "next/link";
import { Field } from "@/components/forms/field";
import { FormMessage } from "@/components/forms/form-message";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "@/domain/users/password";
import { caller } from "@/trpc/server";
import { passwordProblem } from "@/wording/sign-in";
import { type SearchParams, single } from "../search-params";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Choose a password",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

/** Opening the page uses nothing up: mail programs open links before people do. Only its form does. */
export default async function PasswordPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const params = await searchParams;
  const token = single(params, "link").slice(0, 200);
  const holder = await caller.admin.signIn.linkHolder({ token });
  if (holder === null) return <Unusable />;
  const problem = passwordProblem(single(params, "problem"));
  return (
    <PageBody meta={null}>
      <Lead
        title="Admin room"
        sentence={holder.purpose === "reset" ? "Choose a new password" : "Welcome: choose a password"}
      >
        <p className="mt-3 prose-width text-ink-soft">
          You will sign in as <strong className="font-semibold text-ink">{holder.email}</strong>. This link
          works once.
        </p>
      </Lead>
      <form method="post" action="/api/auth/password" className="max-w-96 space-y-5 pb-16">
        {problem === null ? null : <FormMessage kind="problem">{problem}</FormMessage>}
        <input type="hidden" name="link" value={token} />
        <input type="text" name="username" autoComplete="username" value={holder.email} readOnly hidden />
        <Field
          name="password"
          label="New password"
          hint={`At least ${SHORTEST_PASSWORD} characters. Three or four words together do well.`}
          type="password"
          autoComplete="new-password"
          minLength={SHORTEST_PASSWORD}
          maxLength={LONGEST_PASSWORD}
          required
        />
        <Field
          name="again"
          label="The same once more"
          type="password"
          autoComplete="new-password"
          maxLength={LONGEST_PASSWORD}
          required
        />
        <button type="submit" className="button">
          Set the password
        </button>
      </form>
    </PageBody>
  );
}

function Unusable() {
  return (
    <PageBody meta={null}>
      <Lead title="Admin room" sentence="This link can’t be used any more">
        <p className="mt-3 prose-width text-ink-soft">
          A link works once and for some days, and only the newest one made for you does. Ask an admin for a
          new one. If you have a password already, <Link href="/sign-in">sign in</Link>.
        </p>
      </Lead>
    </PageBody>
  );
}
