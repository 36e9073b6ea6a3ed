import Link from "next/link";
import { StatusShapeOnly } from "@/components/status/status-mark";
import type { National } from "@/shapes/api-shapes";
import { GRAVEST_FIRST, statusWord } from "@/wording/status";

/** How many of those that signed stand how; each the way to the list of them. */
export function StatusTally({ statuses }: { readonly statuses: National["safetyValveStatuses"] }) {
  return (
    <ul aria-label="How they stand" className="mb-6 flex flex-wrap gap-x-8 gap-y-2">
      {GRAVEST_FIRST.filter((status) => status !== "no-agreement").map((status) => (
        <li key={status}>
          <Link
            href={`/authorities?programme=safety-valve&status=${status}`}
            prefetch={false}
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
