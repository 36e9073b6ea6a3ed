import Link from "next/link";
import { StatusShapeOnly } from "@/components/status/status-mark";
import type { Status } from "@/shapes/api-shapes";
import { GRAVEST_FIRST, statusWord } from "@/wording/status";

/** How many of those that signed stand how; each the way to the list of them. */
export function StatusTally({
  statuses,
  chosen,
  hrefOf,
}: {
  readonly statuses: Readonly<Record<Status, number>>;
  /** The one that is shown alone; null: all are. */
  readonly chosen: Status | null;
  /** The page with the councils of one status. */
  readonly hrefOf: (status: Status) => string;
}) {
  return (
    <ul aria-label="How they stand" className="flex flex-wrap gap-x-8 gap-y-2">
      {GRAVEST_FIRST.filter((status) => status !== "no-agreement").map((status) => (
        <li key={status}>
          <Link
            href={hrefOf(status)}
            prefetch={false}
            {...(chosen === status ? { "aria-current": "true" as const } : {})}
            className="inline-flex min-h-11 items-center gap-2"
          >
            <StatusShapeOnly status={status} />
            <span className="font-serif text-xl font-semibold">{statuses[status]}</span>
            <span className="text-sm">{statusWord(status).toLowerCase()}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
