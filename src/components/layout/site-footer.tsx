import Link from "next/link";
import type { ReactNode } from "react";

const COLUMNS = [
  {
    heading: "The record",
    pages: [
      { href: "/authorities", name: "All councils" },
      { href: "/compare", name: "Compare councils" },
      { href: "/flags", name: "Flags" },
      { href: "/changes", name: "Changes" },
      { href: "/alerts", name: "Alerts" },
    ],
  },
  {
    heading: "How it is made",
    pages: [
      { href: "/methodology", name: "How we judge" },
      { href: "/sources", name: "Sources" },
      { href: "/data", name: "Data" },
      { href: "/developers", name: "For developers" },
    ],
  },
  {
    heading: "This site",
    pages: [
      { href: "/about", name: "About and corrections" },
      { href: "/report", name: "Report an error" },
      { href: "/accessibility", name: "Accessibility" },
      { href: "/privacy", name: "Privacy" },
    ],
  },
] as const;

/** Under every page: the ways through the site, the licence, and on paper the address it was printed from. */
export function SiteFooter({ printedFrom }: { readonly printedFrom: ReactNode }) {
  return (
    <footer className="mt-auto border-t border-rule-strong bg-wash text-sm text-ink-soft">
      <div className="page-width grid gap-x-14 gap-y-8 py-8 lg:grid-cols-[minmax(0,1fr)_auto]">
        <nav
          aria-label="All pages"
          className="screen-only grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-x-10 gap-y-6 lg:order-2 lg:grid-cols-[repeat(3,auto)]"
        >
          {COLUMNS.map(({ heading, pages }) => (
            <div key={heading}>
              <h2 className="font-sans text-xs font-semibold text-ink">{heading}</h2>
              <ul className="mt-1">
                {pages.map(({ href, name }) => (
                  <li key={href}>
                    <Link href={href} prefetch={false} className="inline-flex min-h-8 items-center">
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className="prose-width space-y-2 lg:order-1">
          <p>
            Contains public sector information licensed under the{" "}
            <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
              Open Government Licence v3.0
            </a>
            . Every figure names its source; ask any with a dotted underline.
          </p>
          <p>Not affiliated with, or endorsed by, the Department for Education or any council.</p>
          <p className="screen-only">
            Feeds: <a href="/feeds/changes.atom">changes</a>, <a href="/feeds/flags.atom">flags</a>.
          </p>
          <p className="print-only">{printedFrom}</p>
        </div>
      </div>
    </footer>
  );
}
