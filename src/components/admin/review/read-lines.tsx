import Link from "next/link";
import type { ReadLine, ReviewDetail } from "@/shapes/review-shapes";
import { formatCount } from "@/wording/money";

/** So many lines are shown at once. */
export const LINES_ON_A_PAGE = 60;

const CHANGES = { new: "new", changed: "differs", same: "as before" } as const satisfies Record<
  ReadLine["change"],
  string
>;

/**
 * What was read, line by line, beside what counts today. Each line leads to its place in the document, and an
 * unchecked one has a box to tick once it was compared: the boxes belong to the form that confirms.
 */
export function ReadLines({
  entry,
  shown,
  meant,
  hrefOf,
  form,
}: {
  readonly entry: ReviewDetail;
  readonly shown: readonly ReadLine[];
  /** The line whose place is drawn. */
  readonly meant: number | null;
  readonly hrefOf: (line: ReadLine) => string;
  /** The id of the form that confirms; null: nothing is to be ticked. */
  readonly form: string | null;
}) {
  const compares = entry.status !== "published";
  return (
    <ol className="divide-y divide-rule border-y border-rule text-sm">
      {shown.map((line) => (
        <li
          key={line.index}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-2 aria-[current=true]:bg-accent-wash"
          aria-current={line.index === meant ? "true" : undefined}
        >
          <div className="min-w-0">
            <p className="text-xs text-ink-faint">
              {line.council === null ? line.label : `${line.council}: ${line.label}`}
            </p>
            <p className="font-medium wrap-anywhere">{line.value}</p>
            {compares && line.change !== "same" ? (
              <p className="text-xs">
                {CHANGES[line.change]}
                {line.before === null ? "" : `; counts today: ${line.before}`}
              </p>
            ) : null}
            <Link
              href={hrefOf(line)}
              prefetch={false}
              className="inline-flex min-h-11 items-center text-xs sm:min-h-6"
              aria-label={`Show ${line.label}${line.council === null ? "" : ` of ${line.council}`} in the document`}
            >
              {line.where === "" ? "the whole document" : line.where}
            </Link>
          </div>
          <div className="text-right text-xs">
            {line.checked ? (
              <span className="text-ink-faint">checked</span>
            ) : form === null ? (
              <span className="text-at-risk">not checked</span>
            ) : (
              <label className="inline-flex min-h-11 items-center gap-2">
                compared
                <input
                  type="checkbox"
                  name="compared"
                  value={line.index}
                  form={form}
                  aria-label={`Compared: ${line.label}`}
                  className="size-5 accent-accent"
                />
              </label>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What counts today and wouldn't any more. */
export function GoneLines({ gone }: Pick<ReviewDetail, "gone">) {
  if (gone.length === 0) return null;
  return (
    <details className="mt-4 text-sm">
      <summary className="w-fit text-accent underline underline-offset-4">
        Counts today and isn’t in this document ({formatCount(gone.length)})
      </summary>
      <ul className="mt-2 space-y-1">
        {gone.map(({ council, label, value }) => (
          <li key={`${council} ${label} ${value}`}>
            {council === null ? label : `${council}: ${label}`}: {value}
          </li>
        ))}
      </ul>
    </details>
  );
}
