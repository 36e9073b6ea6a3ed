import Link from "next/link";
import type { ListedReport } from "@/shapes/report-shapes";
import { formatInstant } from "@/wording/dates";
import { reportStateWords } from "@/wording/reports";

const LONGEST = 240;

/** Reports, each with the beginning of what it says. */
export function ReportList({
  reports,
  nothing,
}: {
  readonly reports: readonly ListedReport[];
  /** Said where there are none. */
  readonly nothing: string;
}) {
  if (reports.length === 0) return <p className="pt-2 text-sm text-ink-soft">{nothing}</p>;
  return (
    <ul className="divide-y divide-rule border-b border-rule">
      {reports.map(({ id, about, text, state, reportedAt, decidedAt, hasAddress }) => (
        <li key={id} className="py-2">
          <Link
            href={`/admin/reports/${id}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center font-medium wrap-anywhere"
          >
            {about}
          </Link>
          <p className="prose-width text-sm wrap-anywhere">
            {text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}
          </p>
          <p className="text-xs text-ink-faint">
            Report {id}, {formatInstant(reportedAt)}
            {hasAddress && state === "open" ? "; an answer is asked for" : ""}
            {decidedAt === null || state === "open"
              ? ""
              : `; ${reportStateWords(state)} ${formatInstant(decidedAt)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
