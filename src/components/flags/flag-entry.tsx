import Link from "next/link";
import type { Flag } from "@/shapes/judgement-shapes";
import { formatDay, formatYear } from "@/wording/dates";
import { ruleTitle } from "@/wording/flags";
import { CouncilReply } from "./council-reply";
import { NotChecked } from "./not-checked";

/** One flag in a list: whose, its sentence, since when, and the way to what it rests on. */
export function FlagEntry({
  flag,
  named,
  titled = false,
}: {
  readonly flag: Flag;
  /** Whether the council is named; on its own page it needn't be. */
  readonly named: boolean;
  /** Whether the rule is: under the rule's own heading it needn't be. */
  readonly titled?: boolean;
}) {
  const { id, authority, rule, financialYear, summary, checked, raisedAt, clearedAt, state } = flag;
  return (
    <li className="border-t border-rule py-3 first:border-t-0 first:pt-0">
      <p className="prose-width wrap-anywhere">
        {named ? (
          <>
            <Link href={`/authorities/${authority.slug}`} className="font-semibold">
              {authority.name}
            </Link>
            {": "}
          </>
        ) : null}
        {titled ? <span className="font-semibold">{ruleTitle(rule)}. </span> : null}
        {summary}
      </p>
      <CouncilReply flag={flag} />
      <p className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm text-ink-soft">
        {financialYear === undefined ? null : <span>{formatYear(financialYear)}</span>}
        <span>{sinceWords({ raisedAt, clearedAt, state })}</span>
        {checked ? null : <NotChecked />}
        <Link href={`/flags/${id}`} className="inline-flex min-h-6 items-center">
          {state === "withdrawn" ? "History and permanent address" : "How this was worked out"}
          <span className="sr-only">
            : {authority.name}, {ruleTitle(rule)}
          </span>
        </Link>
      </p>
    </li>
  );
}

function sinceWords({
  raisedAt,
  clearedAt,
  state,
}: {
  readonly raisedAt: string;
  readonly clearedAt: string | undefined;
  readonly state: Flag["state"];
}): string {
  if (state === "open") return `open since ${formatDay(raisedAt)}`;
  if (state === "withdrawn") return `raised ${formatDay(raisedAt)}, withdrawn since`;
  return clearedAt === undefined
    ? `raised ${formatDay(raisedAt)}, cleared since`
    : `open from ${formatDay(raisedAt)} to ${formatDay(clearedAt)}`;
}
