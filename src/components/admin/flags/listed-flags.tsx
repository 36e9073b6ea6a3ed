import Link from "next/link";
import type { ListedFlag } from "@/shapes/flag-decision-shapes";
import { formatDay } from "@/wording/dates";
import { flagName, flagStateWord, severityWord, withdrawnSummary } from "@/wording/flags";

/** Flags, each with the way to where it is decided about. */
export function ListedFlags({
  flags,
  named,
}: {
  readonly flags: readonly ListedFlag[];
  /** Whether councils are named: under their own heading they needn't be. */
  readonly named: boolean;
}) {
  return (
    <ul className="divide-y divide-rule border-b border-rule text-sm empty:border-0">
      {flags.map((flag) => {
        const name = flagName({ rule: flag.rule, financialYear: flag.financialYear ?? undefined });
        return (
          <li key={flag.id} className="py-3">
            <Link href={`/admin/flags/${flag.id}`} prefetch={false} className="font-semibold">
              {named ? `${flag.council}: ${name}` : name}
            </Link>
            <p className="mt-0.5 prose-width wrap-anywhere">
              {flag.state === "withdrawn" ? withdrawnSummary(flag.withdrawnReason) : flag.summary}
            </p>
            <p className="text-xs text-ink-faint">
              {flagStateWord(flag.state)}
              {flag.state === "withdrawn" ? "" : `, ${severityWord(flag.severity).toLowerCase()}`}, raised{" "}
              {formatDay(flag.raisedAt)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
