import type { AuditLine } from "@/shapes/audit-shapes";
import { auditActor, auditDifferences, auditVerb } from "@/wording/audit";
import { formatInstant } from "@/wording/dates";

/** The record of what people did, line by line. */
export function AuditLines({ lines }: { readonly lines: readonly AuditLine[] }) {
  return (
    <ol className="border-t border-rule">
      {lines.map((line) => (
        <li
          key={line.id}
          className="grid gap-x-6 gap-y-0.5 border-b border-rule py-2 text-sm sm:grid-cols-[13.5rem_minmax(0,1fr)]"
        >
          <time dateTime={line.at.toISOString()} className="text-ink-soft">
            {formatInstant(line.at.toISOString())}
          </time>
          <div className="min-w-0">
            <p>
              <strong className="font-semibold">{auditVerb(line.verb)}</strong>: {subjectWords(line)}
            </p>
            {auditDifferences(line.before, line.after).map((difference) => (
              <p key={difference} className="wrap-anywhere">
                {difference}
              </p>
            ))}
            {line.reason === null ? null : <p className="wrap-anywhere">“{line.reason}”</p>}
            <p className="text-ink-soft">{auditActor(line.actor, line.actorEmail)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function subjectWords({ subjectKind, subjectId, subjectEmail }: AuditLine): string {
  return subjectEmail ?? `${subjectKind} ${subjectId}`;
}
