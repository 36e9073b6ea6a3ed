import type { MadeCorrection } from "@/shapes/review-shapes";
import { formatDate, formatInstant } from "@/wording/dates";
import { formatExactGbp } from "@/wording/money";
import { Reason } from "./reason";

const STATES: Readonly<Record<string, string>> = {
  applies: "shown and judged by",
  overtaken: "overtaken: the publisher has changed the figure",
  withdrawn: "withdrawn",
};

/** All that was ever corrected, newest first; what applies can be withdrawn. */
export function MadeCorrections({
  made,
  council,
}: {
  readonly made: readonly MadeCorrection[];
  /** The council that is looked at, to come back to. */
  readonly council: string;
}) {
  return (
    <section aria-labelledby="made" className="pb-8">
      <h2 id="made" className="pb-2 text-xl">
        Corrected so far
      </h2>
      {made.length === 0 ? <p className="text-sm text-ink-soft">Nothing has been corrected.</p> : null}
      <ul className="divide-y divide-rule border-y border-rule text-sm empty:border-0">
        {made.map((one) => (
          <li key={one.id} className="py-3">
            <p className="prose-width">
              <strong className="font-semibold">
                {one.council}: {one.figure}
              </strong>
              , published as {formatExactGbp(one.publishedGbp)}, corrected to{" "}
              {formatExactGbp(one.correctedGbp)} ({STATES[one.state] ?? one.state}). {one.reason}
            </p>
            <p className="text-xs text-ink-faint">
              {one.citationUrl === null ? (
                one.citationTitle
              ) : (
                <a href={one.citationUrl}>{one.citationTitle}</a>
              )}
              , {formatDate(one.correctedOn)}; recorded by {one.by}, {formatInstant(one.at)}
            </p>
            {one.state === "withdrawn" ? null : (
              <details className="screen-only mt-1">
                <summary className="w-fit text-accent underline underline-offset-4">Withdraw</summary>
                <form method="post" action="/api/admin/correction" className="mt-2 grid max-w-xl gap-3">
                  <input type="hidden" name="correction" value={one.id} />
                  <input type="hidden" name="council" value={council} />
                  <Reason id={`withdraw-${one.id}`} />
                  <div>
                    <button type="submit" className="button-quiet">
                      Withdraw correction {one.id}
                    </button>
                  </div>
                </form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
