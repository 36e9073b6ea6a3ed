import clsx from "clsx";
import type { ReactNode } from "react";

/** Heights on a phone, in rem, above which no part of that kind reaches; globals.css has a class for each. */
const LATER = { 72: "later-72", 112: "later-112", 224: "later-224" } as const;

/** A part of a page: its heading stands in the margin on wide windows, as in a printed report. */
export function Section({
  id,
  heading,
  note,
  phoneRem,
  children,
}: {
  readonly id: string;
  readonly heading: ReactNode;
  /** A line or two under the heading: what one is looking at. */
  readonly note?: ReactNode;
  /**
   * Of a part that takes long to draw, and is never higher than that: a phone draws it when it comes near. Were it
   * higher, its links would lie over the next part's to whoever measures them before.
   */
  readonly phoneRem?: keyof typeof LATER;
  readonly children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-heading`}
      className={clsx(
        "grid gap-x-10 gap-y-5 border-t border-rule-strong pt-4 pb-12 lg:grid-cols-[14rem_minmax(0,1fr)] lg:pb-16",
        phoneRem !== undefined && LATER[phoneRem],
      )}
    >
      <div>
        <h2 id={`${id}-heading`} className="text-xl leading-tight">
          {heading}
        </h2>
        {note === undefined ? null : (
          <div className="mt-2 prose-width space-y-2 text-sm text-ink-soft lg:text-xs">{note}</div>
        )}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
