import Link from "next/link";
import type { Overview } from "@/shapes/overview-shapes";
import { formatInstant } from "@/wording/dates";
import { runStatusWords } from "@/wording/overview";

/** Runs, newest first: what ran, when, and how it went. */
export function RunList({
  runs,
  hrefOf,
}: {
  readonly runs: Overview["runs"];
  /** Null: a run has no page of its own. */
  readonly hrefOf: ((id: string) => string) | null;
}) {
  return (
    <ul>
      {runs.map((run) => (
        <li
          key={run.id}
          className="grid gap-x-6 border-b border-rule py-2 text-sm sm:grid-cols-[13.5rem_9rem_minmax(0,1fr)]"
        >
          <time dateTime={run.startedAt.toISOString()} className="text-ink-soft">
            {formatInstant(run.startedAt.toISOString())}
          </time>
          <span className="font-medium">
            {hrefOf === null ? (
              run.job
            ) : (
              <Link href={hrefOf(run.id)} prefetch={false}>
                {run.job}
              </Link>
            )}
          </span>
          <span>
            <span className={FAILED.has(run.status) ? "font-semibold text-missed" : undefined}>
              {runStatusWords(run.status)}
            </span>
            {sourcesWords(run)}
          </span>
        </li>
      ))}
    </ul>
  );
}

const FAILED = new Set(["failed", "interrupted"]);

function sourcesWords({ sources, sourcesFailed, figures }: Overview["runs"][number]): string {
  if (sources === 0) return "";
  const asked = sources === 1 ? "one source" : `${sources} sources`;
  const failed = sourcesFailed === 0 ? "" : `, ${sourcesFailed} failed`;
  return `: ${asked}${failed}, ${figures === 1 ? "one figure" : `${figures} figures`} written`;
}
