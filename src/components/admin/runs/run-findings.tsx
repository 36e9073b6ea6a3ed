import Link from "next/link";
import type { RunDetail } from "@/shapes/run-shapes";
import { severityWords } from "@/wording/publications";

/** What the run found wanting, each with the way to look at it. */
export function RunFindings({ raised }: Pick<RunDetail, "raised">) {
  if (raised.length === 0) return null;
  return (
    <section aria-labelledby="findings" className="pb-8">
      <h2 id="findings" className="pb-2 text-xl">
        Findings
      </h2>
      <ul className="divide-y divide-rule border-y border-rule">
        {raised.map(({ id, source, severity, message, url, readingId, snapshotSha256, isOpen }) => (
          <li key={id} className="py-3 text-sm">
            <p className="prose-width wrap-anywhere">{message}</p>
            <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-ink-faint">
              <span>{source}</span>
              <span>{severityWords(severity)}</span>
              <span>{isOpen ? "open" : "settled since"}</span>
              {readingId === null ? null : (
                <Link href={`/admin/review/${readingId}`} prefetch={false}>
                  Look at it
                </Link>
              )}
              {snapshotSha256 === null ? null : (
                <a href={`/api/v1/snapshots/${snapshotSha256}`}>The stored document</a>
              )}
              {readingId === null && url !== null && /^https?:/.test(url) ? (
                <a href={url}>The address</a>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
