import Link from "next/link";
import { type QueueEntry, REVIEW_KINDS } from "@/shapes/review-shapes";
import { formatInstant } from "@/wording/dates";
import { formatCount } from "@/wording/money";
import { reviewKindHeading, reviewKindMeaning } from "@/wording/review";

/** What waits, the gravest first, each leading to the document beside what was read of it. */
export function QueueList({ entries }: { readonly entries: readonly QueueEntry[] }) {
  return REVIEW_KINDS.map((kind) => {
    const waiting = entries.filter((entry) => entry.kind === kind);
    if (waiting.length === 0) return null;
    return (
      <section key={kind} aria-labelledby={kind} className="pb-8">
        <h2 id={kind} className="text-xl">
          {reviewKindHeading(kind)}
        </h2>
        <p className="prose-width pb-2 text-sm text-ink-soft">{reviewKindMeaning(kind)}</p>
        <ul className="divide-y divide-rule border-y border-rule">
          {waiting.map((entry) => (
            <li key={entry.readingId} className="py-3">
              <Link
                href={`/admin/review/${entry.readingId}`}
                prefetch={false}
                className="inline-flex min-h-11 items-center font-medium"
              >
                {entry.title}
              </Link>
              <p className="text-xs text-ink-faint">
                {entry.publication}; {formatCount(entry.figures)} figures
                {entry.unconfirmed > 0 ? `, ${formatCount(entry.unconfirmed)} unchecked` : ""}; read{" "}
                {formatInstant(entry.readAt)}
              </p>
              <ul className="mt-1 space-y-1 text-sm">
                {entry.why.slice(0, MOST_REASONS).map(({ message }) => (
                  <li key={message} className="prose-width wrap-anywhere">
                    {message}
                  </li>
                ))}
                {entry.why.length > MOST_REASONS ? (
                  <li className="text-ink-faint">and {entry.why.length - MOST_REASONS} more reasons</li>
                ) : null}
              </ul>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

const MOST_REASONS = 3;
