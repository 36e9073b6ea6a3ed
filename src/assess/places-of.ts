import type { FigureRef } from "@/domain/verdicts/held-figures";
import type { HeldRows } from "./load-held-rows";

/** Where a figure that something rests on was read: kept with the verdict or flag, so that it outlives the row. */
export interface EvidencePlace {
  readonly readingId: number;
  readonly snapshotSha256: string;
  readonly locator: unknown;
  readonly confidence: string | null;
  readonly citationTitle: string | null;
  readonly citationUrl: string | null;
  readonly wording: string | null;
  /** False while nobody has confirmed what a machine read, or a check has raised a doubt. */
  readonly checked: boolean;
}

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
        locator: row.locator,
        confidence: row.confidence,
        citationTitle: row.citationTitle,
        citationUrl: row.citationUrl,
        wording: "wording" in row ? row.wording : null,
        checked: row.checked,
      });
    }
  }
  return places;
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
