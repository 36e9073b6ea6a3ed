import type { FlagEvidence } from "@/domain/flags/flag";
import type { FigureRef } from "@/domain/verdicts/held-figures";
import type { Verdict } from "@/domain/verdicts/verdict";
import { type EvidencePlace, type Places, placeOf } from "./places-of";

/** What a verdict or flag rests on, as it's kept: with its place, so that it can be followed when the row has ended. */
export interface StoredEvidence {
  readonly label: string;
  /** Pence; null for what is no amount. */
  readonly value: number | null;
  readonly date: string | null;
  /** Null for a threshold. */
  readonly place: EvidencePlace | null;
}

export function evidenceOfFlag(evidence: readonly FlagEvidence[], places: Places): StoredEvidence[] {
  return evidence.map(({ label, value, date, ref }) => ({
    label,
    value,
    date,
    place: ref === null ? null : placeOf(places, ref),
  }));
}

const LABELS: Readonly<Record<string, string>> = {
  profilePoint: "Planned deficit",
  outturn: "Published deficit",
  payment: "DfE payment",
  stabilityGrantItem: "High Needs Stability Grant",
};

export function evidenceOfVerdict({ refs }: Verdict, places: Places): StoredEvidence[] {
  return distinct(refs).map((ref) => ({
    label: LABELS[ref.table] ?? ref.table,
    value: null,
    date: null,
    place: placeOf(places, ref),
  }));
}

function distinct(refs: readonly FigureRef[]): readonly FigureRef[] {
  return [...new Map(refs.map((ref) => [`${ref.table}:${ref.id}`, ref])).values()];
}
