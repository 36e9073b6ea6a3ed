import type { ReactNode } from "react";

/** The figures of a chart as a table, one keystroke away; on paper it is always open. */
export function TableTwin({
  children,
  open = false,
}: {
  readonly children: ReactNode;
  readonly open?: boolean;
}) {
  return (
    <details className="mt-5" open={open}>
      <summary className="w-fit text-sm font-medium text-accent underline decoration-1 underline-offset-4">
        These figures as a table
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
