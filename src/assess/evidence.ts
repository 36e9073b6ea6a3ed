import type { FlagEvidence } from "@/domain/flags/flag";
import type { StoredEvidence } from "@/store/stored-evidence";
import { type Places, placeOf } from "./places-of";

/** Each figure with its place in the store's documents. */
export function storedEvidence(evidence: readonly FlagEvidence[], places: Places): StoredEvidence[] {
  return evidence.map(({ label, value, date, ref }) => ({
    label,
    value,
    date,
    place: ref === null ? null : placeOf(places, ref),
  }));
}
