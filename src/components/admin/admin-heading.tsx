import type { ReactNode } from "react";

/** The top of a page of the admin room: its name, and in a sentence what there is to know or to do. */
export function AdminHeading({
  title,
  above,
  children,
}: {
  readonly title: string;
  /** A way back. */
  readonly above?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <header className="pb-6">
      {above === undefined ? null : <div className="text-sm text-ink-soft">{above}</div>}
      <h1 className="text-2xl">{title}</h1>
      {children === undefined ? null : (
        <div className="mt-1 prose-width text-sm text-ink-soft">{children}</div>
      )}
    </header>
  );
}
