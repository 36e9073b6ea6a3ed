import Link from "next/link";
import { CouncilSearch } from "@/components/search/council-search";

const PAGES = [
  { href: "/authorities", name: "Councils" },
  { href: "/compare", name: "Compare" },
  { href: "/flags", name: "Flags" },
  { href: "/changes", name: "Changes" },
  { href: "/alerts", name: "Alerts" },
  { href: "/sources", name: "Sources" },
  { href: "/methodology", name: "Method" },
  { href: "/data", name: "Data" },
] as const;

export function SiteHeader() {
  return (
    <header className="border-b border-rule-strong">
      <div className="page-width flex flex-wrap items-center gap-x-8 gap-y-1 py-2 sm:py-3">
        <Link
          prefetch={false}
          href="/"
          className="flex min-h-11 items-center gap-2.5 font-serif text-lg font-semibold text-ink no-underline hover:text-accent"
        >
          <ValveMark />
          Safety Valve Tracker
        </Link>
        <nav aria-label="Main" className="screen-only">
          <ul className="flex flex-wrap gap-x-3 sm:gap-x-5">
            {PAGES.map(({ href, name }) => (
              <li key={href}>
                <Link
                  prefetch={false}
                  href={href}
                  className="inline-flex min-h-11 items-center text-sm font-medium text-ink no-underline hover:underline"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <CouncilSearch className="grow sm:ml-auto sm:max-w-72" />
      </div>
    </header>
  );
}

/** The sign for a valve in an engineer's drawing. */
function ValveMark() {
  return (
    <svg viewBox="0 0 28 22" className="h-5 w-auto text-accent" aria-hidden="true">
      <path d="M1.5 8.5v12L14 14.5l12.5 6v-12L14 14.5Z" fill="currentColor" />
      <path d="M14 14.5V3M8.5 2h11" stroke="currentColor" strokeWidth="2.4" fill="none" />
    </svg>
  );
}
