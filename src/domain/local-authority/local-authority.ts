import type { CalendarDate } from "../calendar-date";
import type { FinancialYear } from "../financial-year";
import { lastDay } from "../financial-year";

/**
 * One entry of the reference list: a council under one ONS code.
 *
 * The DfE's three-digit code is the council's identity, since published files go on using
 * abolished ONS codes: several entries can share a DfE code, one after the other.
 */
export interface LocalAuthority {
  readonly dfeCode: string;
  readonly gssCode: string;
  readonly name: string;
  readonly slug: string;
  readonly region: string;
  readonly type: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly predecessorGssCodes: readonly string[];
  readonly successorGssCodes: readonly string[];
  /** Other spellings met in publications. */
  readonly spellings: readonly string[];
  readonly centroid: { readonly latitude: number; readonly longitude: number } | null;
}

/** City of London and Isles of Scilly are councils, but have no allocation of the dedicated schools grant. */
export const WITHOUT_ALLOCATION: ReadonlySet<string> = new Set(["201", "420"]);

/** Whether the council existed on the last day of the year; that is how yearly publications list councils. */
export function existedAtEndOf(authority: LocalAuthority, year: FinancialYear): boolean {
  const end = lastDay(year);
  return authority.validFrom <= end && (authority.validTo === null || authority.validTo >= end);
}

/** The part of an address that names a council: `bristol`, `kingston-upon-thames`. */
export function slugOf(commonName: string): string {
  return commonName
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’.]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** `Bristol, City of` is Bristol to people; `Kingston upon Hull, City of` keeps its `upon Hull`. */
export function commonName(officialName: string): string {
  return officialName
    .replace(/,\s*(?:City|County) of$/i, "")
    .replace(/^St\. /, "St ")
    .trim();
}
