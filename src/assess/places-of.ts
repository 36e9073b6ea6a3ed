import type { Correction } from "@/domain/corrections/correction";
import type { FigureRef } from "@/domain/verdicts/held-figures";
import type { EvidenceCorrection, EvidencePlace } from "@/store/stored-evidence";
import type { HeldRows } from "./load-held-rows";

export type Places = ReadonlyMap<string, EvidencePlace>;

const TABLES = [
  "outturn",
  "inYearBalance",
  "agreement",
  "agreementDocument",
  "profilePoint",
  "payment",
  "localContribution",
  "statement",
  "event",
  "stabilityGrantItem",
] as const satisfies readonly (keyof HeldRows)[];

/** The place of every held row, by its reference. */
export function placesOf(rows: HeldRows): Places {
  const places = new Map<string, EvidencePlace>();
  for (const table of TABLES) {
    for (const row of rows[table]) {
      places.set(keyOf({ table, id: row.id }), {
        readingId: row.readingId,
        snapshotSha256: row.snapshotSha256,
        locator: row.locator as EvidencePlace["locator"],
        confidence: row.confidence,
        citationTitle: row.citationTitle,
        citationUrl: row.citationUrl,
        wording: "wording" in row ? row.wording : null,
        checked: row.checked,
        ...("corrections" in row ? correctionIn(row.corrections) : {}),
      });
    }
  }
  return places;
}

/** The sums that rules judge by are one to a row. */
function correctionIn([correction]: readonly Correction[]): { readonly correction?: EvidenceCorrection } {
  if (!correction) return {};
  const { publishedPence, correctedPence, reason, citationTitle, citationUrl, correctedOn } = correction;
  return {
    correction: {
      publishedPence: Number(publishedPence),
      correctedPence: Number(correctedPence),
      ...{ reason, citationTitle, citationUrl, correctedOn },
    },
  };
}

export function keyOf({ table, id }: FigureRef): string {
  return `${table}:${id}`;
}

/** @throws for a reference to a row that wasn't held: a rule has made it up */
export function placeOf(places: Places, ref: FigureRef): EvidencePlace {
  const place = places.get(keyOf(ref));
  if (!place) throw new Error(`A rule rests on ${keyOf(ref)}, which isn't among the figures it was given.`);
  return place;
}
