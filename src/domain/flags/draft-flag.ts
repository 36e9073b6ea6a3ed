import { type CalendarDate, earliestDay, type PartialDate } from "../calendar-date";
import type { Money } from "../money";
import type { CouncilDossier, FigureRef } from "../verdicts/held-figures";
import type { DraftFlag, FlagEvidence, FlagRule } from "./flag";

/** A rule's finding with the rule's own name, version and severity on it. */
export function draftFlag(
  { name, version, severity }: FlagRule,
  finding: Omit<DraftFlag, "rule" | "ruleVersion" | "severity">,
): DraftFlag {
  return { rule: name, ruleVersion: version, severity, ...finding };
}

export function figure(
  label: string,
  value: Money | null,
  ref: FigureRef | null,
  date: PartialDate | null = null,
): FlagEvidence {
  return { label, value, date, ref };
}

/** A threshold stands in the evidence beside what was measured with it. */
export function threshold(label: string, value: Money): FlagEvidence {
  return figure(label, value, null);
}

/** What the money that went into a figure is called, with its amount: DfE's payments and the stability grant. */
export function moneyBehind(refs: readonly FigureRef[], dossier: CouncilDossier): FlagEvidence[] {
  const has = (ref: FigureRef) => refs.some(({ table, id }) => table === ref.table && id === ref.id);
  return [
    ...dossier.payments
      .filter(({ ref }) => has(ref))
      .map(({ amount, ref, paidOn }) => figure("DfE payment counted in", amount, ref, paidOn)),
    ...dossier.grantItems
      .filter(({ ref }) => has(ref))
      .map(({ amount, ref, asAt }) => figure("High Needs Stability Grant counted in", amount, ref, asAt)),
  ].toSorted(byPlace);
}

/** Rows in an order of their own, so that the order in which they were loaded never shows. */
export function byPlace(
  a: { readonly ref: FigureRef | null },
  b: { readonly ref: FigureRef | null },
): number {
  const table = (a.ref?.table ?? "").localeCompare(b.ref?.table ?? "");
  return table || (a.ref?.id ?? 0) - (b.ref?.id ?? 0);
}

export function byDate(
  a: { readonly date: PartialDate | null; readonly ref: FigureRef | null },
  b: { readonly date: PartialDate | null; readonly ref: FigureRef | null },
): number {
  return dayOf(a.date).localeCompare(dayOf(b.date)) || byPlace(a, b);
}

const dayOf = (date: PartialDate | null): CalendarDate | "" => (date === null ? "" : earliestDay(date));

/** Every rule began with this version. */
export const FIRST_VERSION: FlagRule["changes"] = [
  { version: "1", date: "2026-11-24", what: "First published." },
];
