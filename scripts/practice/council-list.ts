import { slugOf } from "@/domain/local-authority/local-authority";
import { csvFile } from "./csv-file";
import type { PracticeCouncil } from "./practice-council";
import { PRACTICE_PAGE } from "./practice-words";

export const REGION = { name: "Practice", code: "X12000001" };

export function gssCodeOf({ dfeCode }: PracticeCouncil): string {
  return `X990000${dfeCode.slice(1)}`;
}

export function slugOfCouncil({ name }: PracticeCouncil): string {
  return slugOf(name);
}

/** The reference list of the invented councils, in the columns of the real one. They lie nowhere. */
export function councilList(councils: readonly PracticeCouncil[]): Uint8Array {
  return csvFile(
    [
      "dfe_code",
      "gss_code",
      "name",
      "region",
      "region_code",
      "type",
      "status",
      "valid_from",
      "valid_to",
      "predecessor_gss",
      "successor_gss",
      "aliases",
      "centroid_lat",
      "centroid_lng",
      "source",
    ],
    councils.map((council) => ({
      dfe_code: council.dfeCode,
      gss_code: gssCodeOf(council),
      name: council.name,
      region: REGION.name,
      region_code: REGION.code,
      type: council.type,
      status: "live",
      valid_from: "2009-04-01",
      source: `${PRACTICE_PAGE}councils`,
    })),
  );
}
