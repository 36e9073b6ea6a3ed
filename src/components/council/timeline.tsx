import type { Authority, Source } from "@/shapes/api-shapes";
import { formatDate } from "@/wording/dates";
import { eventWords, statementWords } from "@/wording/events";

interface Entry {
  readonly date: string | null;
  readonly heading: string;
  readonly summary: string;
  readonly source: Source;
}

/** Events and statements in one row of time, newest first; what only repeats a statement is left out. */
export function timelineEntries({
  events,
  statements,
}: Pick<Authority, "events" | "statements">): readonly Entry[] {
  const said = new Set(statements.map(({ date, summary }) => `${date} ${summary}`));
  return [
    ...statements.map(({ date, by, kind, value, summary, source }) => ({
      date,
      heading: `${statementWords(by, kind)}${value === undefined ? "" : `: ${value}`}`,
      summary,
      source,
    })),
    ...events
      .filter(({ date, summary }) => !said.has(`${date} ${summary}`))
      .map(({ date, kind, summary, source }) => ({ date, heading: eventWords(kind), summary, source })),
  ].sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
}

export function Timeline({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ol className="border-l border-rule">
      {entries.map(({ date, heading, summary, source }) => (
        <li
          key={`${date} ${heading} ${summary}`}
          className="relative grid gap-x-6 pb-5 pl-5 before:absolute before:top-[0.55rem] before:-left-[3.5px] before:size-1.5 before:rounded-full before:bg-ink-faint last:pb-0 sm:grid-cols-[9rem_minmax(0,1fr)]"
        >
          <p className="text-sm text-ink-soft">{date === null ? "date not known" : formatDate(date)}</p>
          <div className="prose-width text-sm">
            <p>
              <strong className="font-semibold">{heading}.</strong> {summary}
            </p>
            <p className="text-xs text-ink-soft">
              <a href={source.url} className="wrap-anywhere">
                {source.title}
              </a>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
