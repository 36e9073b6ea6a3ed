import Link from "next/link";
import { AdminSection } from "@/components/admin/admin-section";
import type { HiddenVerdicts, ListedFlag } from "@/shapes/flag-decision-shapes";
import { formatInstant } from "@/wording/dates";
import { asSentence } from "@/wording/hiding";
import { ListedFlags } from "./listed-flags";

/** All that isn't shown today because a person said so. */
export function TakenBack({
  hidden,
  withdrawn,
}: {
  readonly hidden: readonly HiddenVerdicts[];
  readonly withdrawn: readonly ListedFlag[];
}) {
  return (
    <AdminSection
      id="taken-back"
      heading="Taken back"
      note={
        hidden.length + withdrawn.length === 0
          ? "No flag is withdrawn, and no council’s verdicts are hidden."
          : "What readers don’t see today because one of us said so. Their reasons are public."
      }
    >
      <ul className="text-sm empty:hidden">
        {hidden.map(({ dfeCode, council, reason, by, since }) => (
          <li key={dfeCode} className="border-b border-rule py-3">
            <Link href={`/admin/flags?council=${dfeCode}`} prefetch={false} className="font-semibold">
              {council}: all verdicts and flags
            </Link>
            <p className="mt-0.5 prose-width wrap-anywhere">Hidden: {asSentence(reason)}</p>
            <p className="text-xs text-ink-faint">
              {by}, {formatInstant(since)}
            </p>
          </li>
        ))}
      </ul>
      <ListedFlags flags={withdrawn} named />
    </AdminSection>
  );
}
