import { earliestDay, type PartialDate } from "../calendar-date";
import type { Money } from "../money";
import { byRef, type CouncilDossier, type FigureRef } from "../verdicts/held-figures";
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
  const has = (ref: FigureRef) => refs.some((other) => byRef(ref, other) === 0);
  const payments = dossier.payments.filter(({ ref }) => has(ref)).toSorted((a, b) => byRef(a.ref, b.ref));
  const grants = dossier.grantItems.filter(({ ref }) => has(ref)).toSorted((a, b) => byRef(a.ref, b.ref));
  return [
    ...payments.map(({ amount, ref, paidOn, status }) =>
      figure(status === "withheld" ? "DfE payment withheld" : "DfE payment counted in", amount, ref, paidOn),
    ),
    ...grants.map(({ amount, ref, asAt }) =>
      figure("High Needs Stability Grant counted in", amount, ref, asAt),
    ),
  ];
}

/** Items of the High Needs Stability Grant as their sources tell them, oldest first. */
export function grantEvidence(refs: readonly FigureRef[], { grantItems }: CouncilDossier): FlagEvidence[] {
  return grantItems
    .filter(({ ref }) => refs.some((other) => byRef(ref, other) === 0))
    .map((item) => ({ ...item, date: item.asAt }))
    .toSorted(byDate)
    .map(({ summary, amount, ref, date }) => figure(summary, amount, ref, date));
}

interface Dated {
  readonly date: PartialDate | null;
  readonly ref: FigureRef;
}

/** Oldest first, what has no date before all; rows of one date in an order of their own, never in that of loading. */
export function byDate(a: Dated, b: Dated): number {
  return dayOf(a).localeCompare(dayOf(b)) || byRef(a.ref, b.ref);
}

const dayOf = ({ date }: Dated) => (date === null ? "" : earliestDay(date));

/** Every rule began with this version. */
export const FIRST_VERSION: FlagRule["changes"] = [
  { version: "1", date: "2026-11-24", what: "First published." },
];
