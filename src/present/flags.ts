import type { FlagState } from "@/domain/flags/compare-assessments";
import { RULES, type RuleName, SEVERITIES, type Severity } from "@/domain/flags/flag";
import type { FlagChange, Flag as FlagRow, Prisma } from "@/generated/prisma/client";
import type { Flag, FlagWithHistory } from "@/shapes/judgement-shapes";
import { type Councils, loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { evidenceOf, openPlaceBook, type PlaceBook, presentEvidence } from "./place-book";
import { type Reading, today } from "./summaries";

/** Which flags are asked for; nothing named is no condition. */
export interface FlagFilter {
  readonly rule?: RuleName | undefined;
  readonly severity?: Severity | undefined;
  readonly dfeCode?: string | undefined;
  readonly state?: FlagState | undefined;
}

/** Flags by severity, worst first, then by rule and council. */
export async function listFlags(reading: Reading, filter: FlagFilter): Promise<Flag[]> {
  const rows = await reading.database.flag.findMany({ where: whereOf(filter) });
  const [councils, book] = await Promise.all([loadedCouncils(reading), bookOf(reading, rows)]);
  return rows.map((row) => presentFlag(row, councils, book)).sort(worstFirst);
}

/**
 * One flag with its history, oldest first.
 *
 * @returns null when there never was such a flag
 */
export async function flagWithHistory(reading: Reading, id: string): Promise<FlagWithHistory | null> {
  const row = await reading.database.flag.findUnique({
    where: { id },
    include: { history: { orderBy: { id: "asc" } } },
  });
  if (!row) return null;
  const { history, ...flag } = row;
  const [councils, book] = await Promise.all([loadedCouncils(reading), bookOf(reading, [flag])]);
  return { ...presentFlag(flag, councils, book), history: history.map(presentChange) };
}

/** What has happened to flags, newest first: for feeds. */
export async function flagNews(
  reading: Reading,
  { dfeCode, limit }: { readonly dfeCode?: string | undefined; readonly limit: number },
): Promise<readonly FlagNews[]> {
  const rows = await reading.database.flagChange.findMany({
    where: { kind: { not: "restated" }, ...(dfeCode === undefined ? {} : { flag: { dfeCode } }) },
    include: { flag: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  const councils = await loadedCouncils(reading);
  return rows.map(({ flag, id, ...change }) => ({
    id,
    flagId: flag.id,
    rule: flag.rule as RuleName,
    authority: authorityOf(flag.dfeCode, councils),
    ...presentChange(change),
  }));
}

export type FlagNews = FlagWithHistory["history"][number] & {
  readonly id: number;
  readonly flagId: string;
  readonly rule: RuleName;
  readonly authority: Flag["authority"];
};

function whereOf({ rule, severity, dfeCode, state }: FlagFilter): Prisma.FlagWhereInput {
  return {
    ...(rule === undefined ? {} : { rule }),
    ...(severity === undefined ? {} : { severity }),
    ...(dfeCode === undefined ? {} : { dfeCode }),
    ...(state === undefined ? {} : { state }),
  };
}

function loadedCouncils(reading: Reading): Promise<Councils> {
  return loadCouncils(currentFigures(reading.database), today(reading));
}

function bookOf({ database }: Reading, rows: readonly FlagRow[]): Promise<PlaceBook> {
  return openPlaceBook(
    database,
    rows.flatMap((row) => evidenceOf(row).places),
  );
}

function presentFlag(row: FlagRow, councils: Councils, book: PlaceBook): Flag {
  return {
    id: row.id,
    rule: row.rule as RuleName,
    ruleVersion: row.ruleVersion,
    severity: row.severity as Severity,
    authority: authorityOf(row.dfeCode, councils),
    ...yearOf(row),
    state: row.state as FlagState,
    checked: row.checked,
    raisedAt: row.raisedAt.toISOString(),
    ...(row.clearedAt === null ? {} : { clearedAt: row.clearedAt.toISOString() }),
    summary: row.summary,
    ...(row.withdrawnReason === null ? {} : { withdrawnReason: row.withdrawnReason }),
    ...(row.reply === null ? {} : { reply: row.reply }),
    ...presentEvidence(evidenceOf(row).evidence, book),
  };
}

function presentChange(row: Omit<FlagChange, "id">): FlagWithHistory["history"][number] {
  return {
    kind: row.kind as FlagWithHistory["history"][number]["kind"],
    at: row.at.toISOString(),
    severity: row.severity as Severity,
    checked: row.checked,
    ...yearOf(row),
    summary: row.summary,
    ruleVersion: row.ruleVersion,
  };
}

function yearOf({ financialYear }: { readonly financialYear: string | null }) {
  return financialYear === null ? {} : { financialYear };
}

/** A council that has left the reference list is known by its code alone. */
export function authorityOf(dfeCode: string, councils: Councils): Flag["authority"] {
  const entry = councils.current(dfeCode);
  if (!entry) return { dfeCode, gssCode: "", name: dfeCode, slug: dfeCode };
  return { dfeCode, gssCode: entry.record.gssCode, name: entry.record.commonName, slug: entry.slug };
}

const STATES: readonly FlagState[] = ["open", "withdrawn", "cleared"];

function worstFirst(a: Flag, b: Flag): number {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    RULES.indexOf(a.rule) - RULES.indexOf(b.rule) ||
    a.authority.name.localeCompare(b.authority.name, "en-GB") ||
    a.id.localeCompare(b.id)
  );
}
