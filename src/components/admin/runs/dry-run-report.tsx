import type { DryRun, WouldChange } from "@/shapes/run-shapes";
import { ruleTitle } from "@/wording/flags";
import { formatCount } from "@/wording/money";
import { publicationStatusWords, severityWords } from "@/wording/publications";
import { statusWord } from "@/wording/status";

/** What a run would change, source by source, then what it would mean for the councils. */
export function DryRunReport({ report }: { readonly report: DryRun }) {
  const { sources, flags, statuses } = report;
  return (
    <section aria-labelledby="would-change" className="pb-8">
      <h2 id="would-change" className="pb-2 text-xl">
        What would change
      </h2>
      <div className="divide-y divide-rule border-y border-rule">
        {sources.map((source) => (
          <SourceReport key={source.source} source={source} />
        ))}
      </div>
      <h3 className="pt-6 text-lg">Flags</h3>
      {flags.length === 0 ? (
        <p className="text-sm text-ink-soft">No flag would be raised or cleared.</p>
      ) : (
        <ul className="mt-2 space-y-2 text-sm">
          {flags.map(({ kind, rule, council, summary }) => (
            <li key={`${council} ${rule} ${kind} ${summary}`} className="prose-width">
              <strong className="font-semibold">
                {council}: {FLAG_WORDS[kind]} “{ruleTitle(rule)}”.
              </strong>{" "}
              {summary}
            </li>
          ))}
        </ul>
      )}
      {statuses.length === 0 ? null : (
        <>
          <h3 className="pt-6 text-lg">Where councils would stand</h3>
          <ul className="mt-2 space-y-1 text-sm">
            {statuses.slice(0, MOST_STATUSES).map(({ council, before, after }) => (
              <li key={council}>
                {council}: {before === null ? "not judged before" : statusWord(before)}, then{" "}
                {statusWord(after)}
              </li>
            ))}
          </ul>
          {statuses.length > MOST_STATUSES ? (
            <p className="mt-1 text-sm text-ink-soft">
              And {formatCount(statuses.length - MOST_STATUSES)} more councils.
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}

const MOST_STATUSES = 40;

const FLAG_WORDS = {
  raised: "would be raised,",
  worsened: "would be worse,",
  eased: "would be eased,",
  cleared: "would be cleared,",
  restated: "would be worded anew,",
  withdrawn: "would be withdrawn,",
  restored: "would be back,",
} as const satisfies Record<DryRun["flags"][number]["kind"], string>;

function SourceReport({ source }: { readonly source: WouldChange }) {
  const { figuresAdded, figuresEnded, changes, changesInAll, findingsRaised, findingsResolved } = source;
  const nothing =
    figuresAdded === 0 && figuresEnded === 0 && changesInAll === 0 && findingsRaised.length === 0;
  return (
    <div className="py-4">
      <h3 className="text-lg">{source.source}</h3>
      <p className="text-sm text-ink-soft">
        {publicationStatusWords(source.status)}. {formatCount(source.snapshots)} documents,{" "}
        {formatCount(source.unchanged)} as before.{" "}
        {nothing
          ? "Nothing would change."
          : `${formatCount(figuresAdded)} figures would be added, ${formatCount(figuresEnded)} would end.`}
      </p>
      {source.error === undefined ? null : <p className="mt-1 text-sm wrap-anywhere">{source.error}</p>}
      <Told title="Changes" more={changesInAll - changes.length}>
        {changes.map(({ summary, council, notNews }) =>
          [
            council === null ? summary : `${council}: ${summary}`,
            ...(notNews === null ? [] : [`(no news: ${notNews.replaceAll("-", " ")})`]),
          ].join(" "),
        )}
      </Told>
      <Told title="Findings that would be raised">
        {findingsRaised.map(({ severity, message }) => `${message} ${severityWords(severity)}.`)}
      </Told>
      <Told title="Findings that would be settled">{findingsResolved.map(({ message }) => message)}</Told>
    </div>
  );
}

function Told({
  title,
  more = 0,
  children,
}: {
  readonly title: string;
  readonly more?: number;
  readonly children: readonly string[];
}) {
  if (children.length === 0) return null;
  return (
    <details className="mt-2 text-sm" open={children.length <= 10}>
      <summary className="w-fit text-accent underline underline-offset-4">
        {title} ({formatCount(children.length + more)})
      </summary>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {children.map((text) => (
          <li key={text} className="prose-width wrap-anywhere">
            {text}
          </li>
        ))}
        {more > 0 ? <li>and {formatCount(more)} more</li> : null}
      </ul>
    </details>
  );
}
