import { latestDay } from "../calendar-date";
import type { GrantItem } from "../dsg/grant-item";
import type { CouncilDossier, HeldGrantItem } from "../verdicts/held-figures";
import { byDate } from "./draft-flag";
import { surelyAfter } from "./in-time";

type Held = HeldGrantItem & { readonly date: HeldGrantItem["asAt"] };

/** What is cited of one step, oldest first. */
export function citedAs(item: GrantItem, { grantItems }: CouncilDossier): readonly Held[] {
  return grantItems
    .filter((held) => held.item === item)
    .map((held) => ({ ...held, date: held.asAt }))
    .toSorted(byDate);
}

/** Approvals that no certainly later refusal takes back. */
export function approvalsOf(dossier: CouncilDossier): readonly Held[] {
  const refusals = citedAs("refused", dossier);
  return citedAs("plan-approved", dossier).filter(
    ({ date }) => !refusals.some((refusal) => surelyAfter(refusal.date, date)),
  );
}

/** The largest amount given at the latest day; null where none gives one. */
export function amountOf(items: readonly Held[]): Held | null {
  const withAmount = items.filter(({ amount }) => amount !== null);
  return (
    withAmount.toSorted(
      (a, b) => dayOf(b).localeCompare(dayOf(a)) || Number(b.amount) - Number(a.amount),
    )[0] ?? null
  );
}

const dayOf = ({ date }: Held) => (date === null ? "" : latestDay(date));
