import type { DecidedFlag } from "@/shapes/flag-decision-shapes";
import { formatInstant } from "@/wording/dates";
import { flagChangeWord } from "@/wording/flags";
import { DecisionForm } from "./decision-form";

/** The way to take one flag from sight, or to bring it back, and all that was decided about it so far. */
export function FlagDecisions({
  flag,
  mayDecide,
  typed,
}: {
  readonly flag: DecidedFlag;
  readonly mayDecide: boolean;
  readonly typed: Readonly<Record<string, string>>;
}) {
  const about = { name: "flag", value: flag.id };
  const verb = flag.state === "withdrawn" ? "restore" : "withdraw";
  return (
    <>
      <div className="screen-only pt-3">
        {!mayDecide ? (
          <p className="text-sm text-ink-soft">An admin can {verb} it.</p>
        ) : verb === "withdraw" ? (
          <DecisionForm
            {...{ about, verb, typed: typed.verb === verb ? typed.reason : undefined }}
            action="/api/admin/flag"
            button="Withdraw it"
            reasonHint="Public: it stands on the flag’s page, which keeps its address. Whoever was told of the flag is told this."
          >
            Takes the flag from pages, interface, exports and feeds at once. It stays withdrawn while the rule
            finds the same in the same figures.
          </DecisionForm>
        ) : (
          <DecisionForm
            {...{ about, verb, typed: typed.verb === verb ? typed.reason : undefined }}
            action="/api/admin/flag"
            button="Restore it"
            loud
            reasonHint="Public: it stands in the flag’s history."
          >
            Opens it again if the last assessment found it; else it stands as cleared.
          </DecisionForm>
        )}
      </div>
      {flag.decisions.length === 0 ? null : (
        <ol className="mt-5 space-y-2 border-l-2 border-rule pl-4 text-sm">
          {flag.decisions.map(({ id, verb: decided, reason, by, at }) => (
            <li key={id}>
              <p>
                <strong className="font-semibold">
                  {flagChangeWord(decided === "withdraw" ? "withdrawn" : "restored")}
                </strong>
                : {reason}
              </p>
              <p className="text-xs text-ink-faint">
                {by}, {formatInstant(at)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
