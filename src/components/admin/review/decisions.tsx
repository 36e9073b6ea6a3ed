import type { ReviewDetail } from "@/shapes/review-shapes";
import { formatInstant } from "@/wording/dates";
import { verbPast } from "@/wording/review";

/** What was decided so far, and what of it was taken back. */
export function Decisions({ decisions }: Pick<ReviewDetail, "decisions">) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions" className="pb-8">
      <h2 id="decisions" className="pb-2 text-xl">
        Decided so far
      </h2>
      <ol className="space-y-2 border-l-2 border-rule pl-4 text-sm">
        {decisions.map(({ id, verb, by, reason, at, undone }) => (
          <li key={id}>
            <p>
              <strong className="font-semibold">{verbPast(verb)}</strong>
              {undone ? " (taken back since)" : ""}: {reason}
            </p>
            <p className="text-xs text-ink-faint">
              {by}, {formatInstant(at)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
