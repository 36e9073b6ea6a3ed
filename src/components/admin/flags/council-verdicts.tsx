import Link from "next/link";
import { AdminSection } from "@/components/admin/admin-section";
import type { JudgedCouncil } from "@/shapes/flag-decision-shapes";
import { formatInstant } from "@/wording/dates";
import { asSentence } from "@/wording/hiding";
import { DecisionForm } from "./decision-form";
import { ListedFlags } from "./listed-flags";

/** What is said of one council, and the way to take all of it from sight, or to show it again. */
export function CouncilVerdicts({
  judged,
  mayHide,
  typed,
}: {
  readonly judged: JudgedCouncil;
  readonly mayHide: boolean;
  readonly typed: Readonly<Record<string, string>>;
}) {
  const { council, dfeCode, hidden, flags } = judged;
  const about = { name: "council", value: dfeCode };
  return (
    <AdminSection
      id="council"
      heading={council}
      note={
        hidden === null ? (
          "Its verdicts, flags, status and trend are shown."
        ) : (
          <>
            Hidden by {hidden.by} on {formatInstant(hidden.since)}: {asSentence(hidden.reason)} It goes on
            being judged out of sight.
          </>
        )
      }
    >
      {flags.length === 0 ? (
        <p className="pt-3 text-sm">No flag was ever raised.</p>
      ) : (
        <ListedFlags flags={flags} named={false} />
      )}
      <div className="screen-only pt-5">
        {mayHide ? (
          hidden === null ? (
            <DecisionForm
              {...{ about, typed: typed.verb === "hide" ? typed.reason : undefined }}
              action="/api/admin/verdicts"
              verb="hide"
              button="Hide all of it"
              reasonHint="Public: it stands in their place."
            >
              Takes every verdict, flag, status and trend of {council} from pages, interface, exports and
              feeds at once. What was published stays. Where one flag is wrong, withdraw that one instead.
            </DecisionForm>
          ) : (
            <DecisionForm
              {...{ about, typed: typed.verb === "show" ? typed.reason : undefined }}
              action="/api/admin/verdicts"
              verb="show"
              button="Show it again"
              loud
              reasonHint="Kept in the record."
            >
              Shows the verdicts, flags, status and trend of {council} as they stand today.
            </DecisionForm>
          )
        ) : (
          <p className="text-sm text-ink-soft">
            An admin can {hidden === null ? "hide all of it" : "show it again"}.
          </p>
        )}
        <p className="pt-4 text-sm">
          <Link href={`/admin/corrections?council=${dfeCode}`} prefetch={false}>
            Correct one of its figures
          </Link>
        </p>
      </div>
    </AdminSection>
  );
}
