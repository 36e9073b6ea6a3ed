import type { CalendarDate } from "@/domain/calendar-date";
import type { AuthorityRecord } from "@/generated/prisma/client";
import type { CurrentFigures } from "./current-figures";
import { groupBy } from "./grouping";

/** A council under one ONS code, with its permanent address name. */
export interface CouncilEntry {
  readonly record: AuthorityRecord;
  readonly slug: string;
}

/**
 * The reference list, asked by any code.
 *
 * The DfE code is a council's identity: an abolished ONS code whose DfE code lives on means the council
 * as it now is, since published files go on using the old one for years.
 */
export interface Councils {
  /** Live councils by name. */
  readonly live: readonly CouncilEntry[];
  /** The council as it now is, or as it last was. */
  current(dfeCode: string): CouncilEntry | undefined;
  /** By ONS code, DfE code or slug, in either case. */
  find(code: string): CouncilEntry | undefined;
  predecessors(entry: CouncilEntry): readonly CouncilEntry[];
  successors(entry: CouncilEntry): readonly CouncilEntry[];
  /** DfE codes of the councils that existed on that day. */
  existingOn(day: string): ReadonlySet<string>;
}

export async function loadCouncils(figures: CurrentFigures, today: CalendarDate): Promise<Councils> {
  const [records, authorities] = await Promise.all([
    figures.authorityRecord.findMany(),
    figures.authority.findMany({ select: { dfeCode: true, slug: true } }),
  ]);
  const slugs = new Map(authorities.map(({ dfeCode, slug }) => [dfeCode, slug]));
  return councilsOf(
    records.map((record) => ({ record, slug: slugs.get(record.dfeCode) ?? record.dfeCode })),
    today,
  );
}

export function councilsOf(entries: readonly CouncilEntry[], today: CalendarDate): Councils {
  const byGssCode = new Map(entries.map((entry) => [entry.record.gssCode, entry]));
  const currentByDfeCode = new Map<string, CouncilEntry>();
  for (const [dfeCode, history] of groupBy(entries, ({ record }) => record.dfeCode)) {
    const oldestFirst = [...history].sort(byBeginning);
    const current = oldestFirst.findLast(({ record }) => existed(record, today)) ?? oldestFirst.at(-1);
    if (current) currentByDfeCode.set(dfeCode, current);
  }
  const bySlug = new Map([...currentByDfeCode.values()].map((entry) => [entry.slug, entry]));

  const others = (entry: CouncilEntry, isOther: (other: AuthorityRecord) => boolean) =>
    entries.filter((other) => other !== entry && isOther(other.record)).sort(byBeginning);

  return {
    live: [...currentByDfeCode.values()].filter(({ record }) => existed(record, today)).sort(byName),
    current: (dfeCode) => currentByDfeCode.get(dfeCode),
    find(code) {
      const byCode = byGssCode.get(code.toUpperCase());
      return byCode
        ? currentByDfeCode.get(byCode.record.dfeCode)
        : (currentByDfeCode.get(code.toUpperCase()) ?? bySlug.get(code.toLowerCase()));
    },
    predecessors: (entry) =>
      others(
        entry,
        (other) =>
          entry.record.predecessorGssCodes.includes(other.gssCode) ||
          other.successorGssCodes.includes(entry.record.gssCode),
      ),
    successors: (entry) =>
      others(
        entry,
        (other) =>
          entry.record.successorGssCodes.includes(other.gssCode) ||
          other.predecessorGssCodes.includes(entry.record.gssCode),
      ),
    existingOn: (day) =>
      new Set(entries.filter(({ record }) => existed(record, day)).map(({ record }) => record.dfeCode)),
  };
}

function existed(record: AuthorityRecord, day: string): boolean {
  return record.validFrom <= day && (record.validTo === null || record.validTo >= day);
}

function byBeginning(a: CouncilEntry, b: CouncilEntry): number {
  return (
    a.record.validFrom.localeCompare(b.record.validFrom) || a.record.gssCode.localeCompare(b.record.gssCode)
  );
}

function byName(a: CouncilEntry, b: CouncilEntry): number {
  return a.record.commonName.localeCompare(b.record.commonName, "en-GB");
}
