import type { RunDetail } from "@/shapes/run-shapes";
import { formatInstant } from "@/wording/dates";

/** What the run said, line by line. */
export function RunLog({ lines }: Pick<RunDetail, "lines">) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="log" className="pb-8">
      <h2 id="log" className="pb-2 text-xl">
        Log
      </h2>
      <ol className="space-y-1 border-l-2 border-rule pl-4 text-sm">
        {lines.map(({ id, at, text }) => (
          <li key={id} className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
            <time dateTime={at} className="text-xs leading-6 text-ink-faint">
              {formatInstant(at)}
            </time>
            <span className="whitespace-pre-line wrap-anywhere">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
