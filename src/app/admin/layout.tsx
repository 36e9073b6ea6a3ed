import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { AdminNav } from "@/components/admin/admin-nav";
import { mayActAs } from "@/domain/users/role";
import { ROOMS, type Room } from "./rooms";
import { whoIsSignedIn } from "./who-is-signed-in";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Admin room", template: "%s - Admin room - Safety Valve Tracker" },
  robots: { index: false, follow: false },
};

/** The frame of the admin room. Whether somebody may see what is in it, each page asks itself (admin-page.tsx). */
export default async function AdminLayout({ children }: { readonly children: ReactNode }) {
  const user = await whoIsSignedIn();
  if (user === null) return children;
  const open: readonly Room[] = ROOMS.filter(({ role }) => mayActAs(user.role, role));
  const named = open.flatMap(({ address, name }) => (name === null ? [] : [{ address, name }]));
  return (
    <>
      <header className="border-b border-rule-strong bg-wash">
        <div className="page-width flex flex-wrap items-center gap-x-6 gap-y-1 py-1">
          <Link
            href="/admin"
            prefetch={false}
            className="inline-flex min-h-11 items-center font-serif text-lg font-semibold text-ink no-underline hover:text-accent"
          >
            Admin room
          </Link>
          <a href="/" className="inline-flex min-h-11 items-center text-sm">
            See the site
          </a>
          <div className="flex flex-wrap items-center gap-x-5 text-sm sm:ml-auto">
            <span className="text-ink-soft">
              {user.email} ({user.role})
            </span>
            <SignOut action="/api/auth/sign-out" words="Sign out" />
            <SignOut action="/api/auth/sign-out-everywhere" words="Sign out everywhere" />
          </div>
        </div>
      </header>
      <div className="page-width grid grow content-start gap-x-10 gap-y-4 pt-3 pb-16 lg:grid-cols-[10rem_minmax(0,1fr)] lg:pt-8">
        <div className="border-b border-rule pb-1 lg:border-b-0">
          <AdminNav rooms={named} />
        </div>
        <main id="main" tabIndex={-1} className="min-w-0 focus:outline-none">
          {children}
        </main>
      </div>
    </>
  );
}

function SignOut({ action, words }: { readonly action: string; readonly words: string }) {
  return (
    <form method="post" action={action} className="screen-only">
      <button
        type="submit"
        className="inline-flex min-h-11 cursor-pointer items-center text-accent underline underline-offset-4 hover:text-accent-strong"
      >
        {words}
      </button>
    </form>
  );
}
