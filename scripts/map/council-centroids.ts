import Papa from "papaparse";
import type { Centroid } from "./spread-out";

/** A living council of the reference list. */
export interface LivingCouncil extends Centroid {
  readonly name: string;
}

/** The table's path in the archive. */
export const REFERENCE_LIST = "figures/local_authorities.csv";

/**
 * The living councils of the reference list, by DfE code.
 *
 * @throws {Error} for a council whose centroid isn't known
 */
export function livingCouncils(csv: string): LivingCouncil[] {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data
    .filter(({ status }) => status === "live")
    .map((row) => ({
      dfeCode: row.dfe_code ?? "",
      name: row.name ?? "",
      region: row.region ?? "",
      latitude: degrees(row, "centroid_lat"),
      longitude: degrees(row, "centroid_lng"),
    }))
    .sort((a, b) => a.dfeCode.localeCompare(b.dfeCode));
}

function degrees(row: Record<string, string>, column: string): number {
  const printed = row[column] ?? "";
  const found = Number(printed);
  if (printed === "" || !Number.isFinite(found)) {
    throw new Error(`${REFERENCE_LIST}: ${row.name} has "${printed}" as its ${column}.`);
  }
  return found;
}
