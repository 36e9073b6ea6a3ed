import Link from "next/link";
import type { Authority } from "@/shapes/api-shapes";
import { formatDate } from "@/wording/dates";

/** Which councils this one continues, and which continue it. */
export function Lineage({
  council: { gssCode, dfeCode, validTo, predecessors, successors },
}: {
  readonly council: Authority;
}) {
  return (
    <p className="mt-4 max-w-[56rem] text-sm text-ink-soft">
      ONS code {gssCode}, DfE code {dfeCode}.
      {validTo === null ? null : ` This council ended on ${formatDate(validTo)}.`}
      <Others lead="It continues" others={predecessors} own={dfeCode} />
      <Others lead="It is continued by" others={successors} own={dfeCode} />
    </p>
  );
}

function Others({
  lead,
  others,
  own,
}: {
  readonly lead: string;
  readonly others: Authority["predecessors"];
  readonly own: string;
}) {
  if (others.length === 0) return null;
  return (
    <>
      {` ${lead} `}
      {others.map(({ gssCode, dfeCode, name, slug, validTo }, index) => (
        <span key={gssCode}>
          {index === 0 ? "" : index === others.length - 1 ? " and " : ", "}
          {/* Under the same DfE code it is the same council with an older ONS code: there is no page to go to. */}
          {dfeCode === own ? `${name} as ${gssCode}` : <Link href={`/authorities/${slug}`}>{name}</Link>}
          {validTo === null ? "" : ` (to ${formatDate(validTo)})`}
        </span>
      ))}
      .
    </>
  );
}
