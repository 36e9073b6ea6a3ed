import Link from "next/link";
import { Choice } from "@/components/forms/choice";
import { RULES, type RuleName, SEVERITIES, type Severity } from "@/domain/flags/flag";
import type { Flag } from "@/shapes/judgement-shapes";
import { ruleTitle, severityWord } from "@/wording/flags";

/** A plain form to the same page: it works with and without script. */
export function FlagFilters({
  councils,
  authority,
  rule,
  severity,
  state,
  filtered,
}: {
  readonly councils: readonly { readonly slug: string; readonly name: string }[];
  readonly authority: Flag["authority"] | null;
  readonly rule: RuleName | null;
  readonly severity: Severity | null;
  readonly state: "open" | "cleared" | null;
  readonly filtered: boolean;
}) {
  const listed =
    authority === null || councils.some(({ slug }) => slug === authority.slug)
      ? councils
      : [authority, ...councils];
  return (
    <form
      action="/flags"
      method="get"
      aria-label="Filter the flags"
      className="screen-only grid items-end gap-3 pb-8 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)_minmax(0,1fr)_minmax(0,1fr)_auto_auto]"
    >
      <Choice label="Council" name="authority" chosen={authority?.slug} none="All">
        {listed.map(({ slug, name }) => ({ value: slug, words: name }))}
      </Choice>
      <Choice label="Rule" name="rule" chosen={rule} none="Any">
        {RULES.map((one) => ({ value: one, words: ruleTitle(one) }))}
      </Choice>
      <Choice label="How grave" name="severity" chosen={severity} none="Any">
        {SEVERITIES.map((one) => ({ value: one, words: severityWord(one) }))}
      </Choice>
      <Choice label="State" name="state" chosen={state} none="Open and cleared">
        {[
          { value: "open", words: "Open" },
          { value: "cleared", words: "Cleared" },
        ]}
      </Choice>
      <button type="submit" className="button">
        Show
      </button>
      {filtered ? (
        <Link href="/flags" className="inline-flex min-h-11 items-center text-sm">
          All flags
        </Link>
      ) : null}
    </form>
  );
}
