import { StatusShapeOnly } from "@/components/status/status-mark";
import type { HealthProblem } from "@/wording/health";

/** What is wrong, one sentence each; or that nothing is. */
export function Problems({ problems }: { readonly problems: readonly HealthProblem[] }) {
  if (problems.length === 0) {
    return (
      <p className="flex items-baseline gap-2 py-3 text-sm">
        <span className="self-center">
          <StatusShapeOnly status="on-track" />
        </span>
        All sources, jobs, messages, the database and the disk are as they should be.
      </p>
    );
  }
  return (
    <ul>
      {problems.map(({ where, id, kind, sentence }) => (
        <li key={`${where} ${id}`} className="flex gap-2 border-b border-rule py-2 text-sm">
          <span className="pt-1">
            <StatusShapeOnly status={kind === "broken" ? "missed" : "at-risk"} />
          </span>
          <span className="min-w-0 wrap-anywhere">{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
