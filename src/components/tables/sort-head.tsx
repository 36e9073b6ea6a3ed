import Link from "next/link";
import type { MouseEvent } from "react";

/** The head of a column that can be sorted: a link to the sorted page, and at once where there is script. */
export function SortHead({
  name,
  unit,
  sorted,
  href,
  onSort,
}: {
  readonly name: string;
  readonly unit?: string | undefined;
  readonly sorted: "ascending" | "descending" | "none";
  readonly href: string;
  readonly onSort: () => void;
}) {
  const sort = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onSort();
  };
  return (
    <>
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        onClick={sort}
        data-live=""
        className="inline-flex items-center gap-1 py-1 font-semibold text-ink no-underline hover:underline"
      >
        {name}
        <svg viewBox="0 0 8 12" className="h-3 w-2 shrink-0 text-ink-faint" aria-hidden="true">
          <path
            d="M4 0 7.5 4.6h-7Z"
            fill={sorted === "ascending" ? "var(--accent)" : "currentColor"}
            opacity={sorted === "descending" ? 0.25 : sorted === "none" ? 0.45 : 1}
          />
          <path
            d="M4 12 .5 7.4h7Z"
            fill={sorted === "descending" ? "var(--accent)" : "currentColor"}
            opacity={sorted === "ascending" ? 0.25 : sorted === "none" ? 0.45 : 1}
          />
        </svg>
      </Link>
      {unit === undefined ? null : <span className="unit">{unit}</span>}
    </>
  );
}
