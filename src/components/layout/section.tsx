import type { ReactNode } from "react";

/** A part of a page: its heading stands in the margin on wide windows, as in a printed report. */
export function Section({
  id,
  heading,
  note,
  children,
}: {
  readonly id: string;
  readonly heading: ReactNode;
  /** A line or two under the heading: what one is looking at. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-heading`}
      className="grid gap-x-10 gap-y-5 border-t border-rule-strong pt-4 pb-12 lg:grid-cols-[14rem_minmax(0,1fr)] lg:pb-16"
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
