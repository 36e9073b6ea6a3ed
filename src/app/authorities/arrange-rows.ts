import { searchCouncils } from "@/domain/local-authority/search-councils";
import type { CouncilRow } from "@/shapes/council-rows-shape";
import { GRAVEST_FIRST } from "@/wording/status";
import type { CouncilView, Sort } from "./search-params";

export interface ArrangedRow {
  readonly row: CouncilRow;
  /** Another name or code by which a search found it. */
  readonly foundAs: string | null;
  /** It's only spelt alike: nothing is written as was typed. */
  readonly alike: boolean;
}

/** The rows a view asks for, in its order. A row without the figure comes last, whichever way it is sorted. */
export function arrangeRows(
  rows: readonly CouncilRow[],
  { q, programme, status, region, sort, dir }: CouncilView,
): ArrangedRow[] {
  const key = KEYS[sort];
  const sign = dir === "asc" ? 1 : -1;
  return answering(rows, q)
    .filter(
      ({ row }) =>
        (programme === null || row.programme === programme) &&
        (status === null || row.status === status) &&
        (region === null || row.region === region),
    )
    .map((arranged) => ({ arranged, key: key(arranged.row) }))
    .sort(
      (a, b) =>
        compareKeys(a.key, b.key, sign) || a.arranged.row.name.localeCompare(b.arranged.row.name, "en-GB"),
    )
    .map(({ arranged }) => arranged);
}

function answering(rows: readonly CouncilRow[], q: string): ArrangedRow[] {
  if (q.trim() === "") return rows.map((row) => ({ row, foundAs: null, alike: false }));
  return searchCouncils(rows, q).map(({ council, how, foundAs }) => {
    const alike = how === "alike";
    return { row: council, foundAs: alike ? null : foundAs, alike };
  });
}

const KEYS: Readonly<Record<Sort, (row: CouncilRow) => string | number | null>> = {
  name: ({ name }) => name,
  region: ({ region }) => region,
  programme: ({ programme }) => programme,
  status: ({ status }) => GRAVEST_FIRST.indexOf(status),
  deficit: ({ course }) => course.at(-1)?.[1] ?? null,
  block: ({ block }) => block?.[1] ?? null,
  plans: ({ plans }) => plans?.[1] ?? null,
};

function compareKeys(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "string" || typeof b === "string") {
    return sign * String(a).localeCompare(String(b), "en-GB");
  }
  return sign * (a - b);
}
