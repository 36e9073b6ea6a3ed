import type { Metadata } from "next";
import Link from "next/link";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";

export const metadata: Metadata = { title: "Page not found" };

const INSTEAD = [
  { href: "/", name: "The 38 agreements at a glance" },
  { href: "/authorities", name: "All councils" },
  { href: "/flags", name: "Flags, open and cleared" },
  { href: "/changes", name: "What changed" },
  { href: "/data", name: "All figures as files" },
] as const;

export default function NotFound() {
  return (
    <PageBody meta={null}>
      <Lead title="Page not found" sentence="There is no page at this address.">
        <p className="mt-6 prose-width">
          If you typed it, check it. If a link on this site led here, that is our mistake. Councils and flags
          keep their addresses for good, also when a council is replaced or a flag is cleared.
        </p>
      </Lead>
      <search className="screen-only block pb-10">
        <form action="/authorities" method="get" className="max-w-96">
          <label htmlFor="find-instead" className="mb-1 block text-sm font-medium">
            Find a council by name or code
          </label>
          <span className="flex">
            <input
              id="find-instead"
              name="q"
              type="search"
              autoComplete="off"
              className="control grow rounded-r-none border-r-0"
            />
            <button type="submit" className="button rounded-l-none">
              Find
            </button>
          </span>
        </form>
      </search>
      <nav aria-label="Pages there are" className="pb-16">
        <ul>
          {INSTEAD.map(({ href, name }) => (
            <li key={href}>
              <Link href={href} className="inline-flex min-h-8 items-center">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </PageBody>
  );
}
