import type { FlagEvidence } from "@/domain/flags/flag";
import type { Money } from "@/domain/money";
import type { FigureRef } from "@/domain/verdicts/held-figures";
import type { EvidencePlace, StoredEvidence } from "@/store/stored-evidence";
import { type Places, placeOf } from "./places-of";

/** Each figure with its place in the store's documents. */
export function storedEvidence(evidence: readonly FlagEvidence[], places: Places): StoredEvidence[] {
  return evidence.map(({ label, value, date, ref }) => ({
    label,
    value,
    date,
    place: ref === null ? null : placeBehind(ref, value, places),
  }));
}

/** Other terms of an agreement rest on its row too: a correction of its total is none of theirs. */
function placeBehind(ref: FigureRef, value: Money | null, places: Places): EvidencePlace {
  const { correction, ...place } = placeOf(places, ref);
  const isOfAnother = ref.table === "agreement" && value !== correction?.correctedPence;
  return correction === undefined || isOfAnother ? place : { ...place, correction };
}
