import Link from "next/link";
import type { Change } from "@/shapes/change-shapes";
import { correctionChangeWords } from "@/wording/correction";
import { ChangeSide } from "./change-side";

/** Kinds whose sentence says all of it: their sides would only repeat it. */
const SAID_IN_FULL: ReadonlySet<Change["kind"]> = new Set(["page-note-added", "page-withdrawn"]);

/**
 * One change: whose, what, and both sides with where each is printed.
 *
 * @param brief one of hundreds of its kind: the sentence and a link to its source
 */
export function ChangeEntry({
  change,
  named,
  brief = false,
}: {
  readonly change: Change;
  /** Whether the council is named; on its own page it needn't be. */
  readonly named: boolean;
  readonly brief?: boolean;
}) {
  const { authority, kind, summary, before, after, evidence, correction } = change;
  const what = authority === null ? summary : `${authority.name}: ${summary}`;
  const source = evidence.after ?? evidence.before;
  const short = brief || SAID_IN_FULL.has(kind);
  const sides = [
    { name: "Before", value: before, source: evidence.before },
    { name: "After", value: after, source: evidence.after },
  ].filter(({ value }) => value !== null);
  return (
    <li className="border-t border-rule py-3 first:border-t-0 first:pt-0">
      <p className="prose-width wrap-anywhere">
        {named && authority !== null ? (
          <>
            <Link href={`/authorities/${authority.slug}#history`} className="font-semibold">
              {authority.name}
            </Link>
            {": "}
          </>
        ) : null}
        {summary}
        {short && source !== null ? (
          <>
            {" "}
            <a href={source.url} className="text-sm text-ink-soft">
              source
            </a>
          </>
        ) : null}
      </p>
      {short || sides.length === 0 ? null : (
        <dl className="mt-1.5 grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
          {sides.map(({ name, value, source: printedIn }) => (
            <div key={name} className="min-w-0">
              <dt className="text-xs text-ink-faint">{sides.length === 1 ? "Where it is printed" : name}</dt>
              <dd>
                <ChangeSide
                  value={value}
                  source={printedIn}
                  what={`${what} (${name.toLowerCase()})`}
                  oneOfMany
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {correction === undefined ? null : (
        <p className="mt-1.5 prose-width text-sm text-ink-soft wrap-anywhere">
          {correctionChangeWords(correction)}
        </p>
      )}
    </li>
  );
}
