import { StatusShapeOnly } from "@/components/status/status-mark";
import type { Severity } from "@/domain/flags/flag";
import { severityWord } from "@/wording/flags";

/** Word, shape and colour together: each alone would do. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <SeverityShape severity={severity} />
      <span>{severityWord(severity)}</span>
    </span>
  );
}

/** The shapes of the statuses that flags lead to; what leads to none has one of its own. */
export function SeverityShape({ severity }: { readonly severity: Severity }) {
  if (severity !== "info") return <StatusShapeOnly status={severity} />;
  return (
    <svg viewBox="0 0 14 14" className="size-3.5 shrink-0 text-accent" aria-hidden="true">
      <path d="M1.5 1.5h11v11h-11Z" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M7 6v4.5M7 3.4v1.4" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}
