import type { ReactNode } from "react";

/** A part of a page of the admin room. */
export function AdminSection({
  id,
  heading,
  note,
  children,
}: {
  readonly id: string;
  readonly heading: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="pb-10">
      <h2 id={`${id}-heading`} className="border-b border-rule-strong pb-1 text-lg">
        {heading}
      </h2>
      {note === undefined ? null : <p className="pt-2 text-sm text-ink-soft">{note}</p>}
      {children}
    </section>
  );
}
