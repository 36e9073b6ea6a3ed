import Link from "next/link";

export function SiteFooter({ contact }: { readonly contact: string | null }) {
  return (
    <footer className="mt-auto border-t border-rule-strong bg-wash text-sm text-ink-soft">
      <div className="page-width grid gap-x-10 gap-y-4 py-8 lg:grid-cols-[1fr_auto]">
        <div className="prose-width space-y-2">
          <p>
            Contains public sector information licensed under the{" "}
            <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
              Open Government Licence v3.0
            </a>
            . Every figure names its source; ask any with a dotted underline.
          </p>
          <p>Not affiliated with, or endorsed by, the Department for Education or any council.</p>
        </div>
        <ul className="screen-only flex flex-wrap gap-x-6 gap-y-1 lg:flex-col">
          <li>
            <Link href="/about">About and attribution</Link>
          </li>
          <li>
            <Link href="/sources">Sources</Link>
          </li>
          <li>
            <Link href="/methodology">How we judge</Link>
          </li>
          <li>
            <Link href="/flags">Flags</Link>, as a <a href="/feeds/flags.atom">feed</a>
          </li>
          <li>
            <Link href="/changes">Changes</Link>, as a <a href="/feeds/changes.atom">feed</a>
          </li>
          {contact === null ? null : (
            <li>
              <a href={`mailto:${contact}`}>Report an error</a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  );
}
