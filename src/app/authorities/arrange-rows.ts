import { comparableName } from "@/domain/local-authority/council-register";
import type { AuthorityRow } from "@/shapes/answer-shapes";
import { GRAVEST_FIRST } from "@/wording/status";
import type { CouncilView, Sort } from "./search-params";

/** The rows a view asks for, in its order. A row without the figure comes last, whichever way it is sorted. */
export function arrangeRows(
  rows: readonly AuthorityRow[],
  { q, programme, status, region, sort, dir }: CouncilView,
): AuthorityRow[] {
  const key = KEYS[sort];
  const sign = dir === "asc" ? 1 : -1;
  return rows
    .filter(
      (row) =>
        (programme === null || row.programme === programme) &&
        (status === null || row.status === status) &&
        (region === null || row.region === region) &&
        (q === "" || answersTo(row, q)),
    )
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => compareKeys(a.key, b.key, sign) || a.row.name.localeCompare(b.row.name, "en-GB"))
    .map(({ row }) => row);
}

const KEYS: Readonly<Record<Sort, (row: AuthorityRow) => string | number | null>> = {
  name: ({ name }) => name,
  region: ({ region }) => region,
  programme: ({ programme }) => programme,
  status: ({ status }) => GRAVEST_FIRST.indexOf(status),
  deficit: ({ latestNetOutturn }) => latestNetOutturn?.deficitGbp ?? null,
  block: ({ latestAllocation }) => latestAllocation?.beforeDeductionsGbp ?? null,
  plans: ({ latestEhcPlans }) => latestEhcPlans?.plans ?? null,
};

function compareKeys(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "string" || typeof b === "string") {
    return sign * String(a).localeCompare(String(b), "en-GB");
  }
  return sign * (a - b);
}

/** By any part of a name it has or had, or by the whole or beginning of a code. No name has a digit, every code has. */
export function answersTo(row: AuthorityRow, q: string): boolean {
  const wanted = q.trim().toLowerCase();
  const codes = [row.gssCode, row.dfeCode, row.slug, ...row.alsoKnownAs].map((code) => code.toLowerCase());
  if (codes.some((code) => code.startsWith(wanted))) return true;
  if (/\d/.test(wanted)) return false;
  const name = comparableName(q);
  // A search for a mere title ("city of", "council") names no council.
  return name !== "" && [row.name, ...row.alsoKnownAs].some((known) => comparableName(known).includes(name));
}

/** The other name by which a search found a row, to be shown beside it; null if its own name answers. */
export function foundAs(row: AuthorityRow, q: string): string | null {
  if (q.trim() === "" || answersTo({ ...row, alsoKnownAs: [] }, q)) return null;
  return (
    row.alsoKnownAs.find((known) =>
      answersTo({ ...row, gssCode: "", dfeCode: "", slug: "", name: "", alsoKnownAs: [known] }, q),
    ) ?? null
  );
}
