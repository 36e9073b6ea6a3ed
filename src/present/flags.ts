import type { FlagState } from "@/domain/flags/compare-assessments";
import { RULES, type RuleName, SEVERITIES, type Severity } from "@/domain/flags/flag";
import type { FlagChange, FlagReply, Prisma } from "@/generated/prisma/client";
import type { HiddenCouncil } from "@/shapes/answer-shapes";
import type { Flag, FlagWithHistory } from "@/shapes/judgement-shapes";
import { flagNewsSentence } from "@/wording/alert-titles";
import { withdrawnSummary } from "@/wording/flags";
import { type Councils, loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { evidenceOf, openPlaceBook, type PlaceBook, presentEvidence } from "./place-book";
import { type Reading, today } from "./summaries";
import { loadVerdictsHidden } from "./verdicts-hidden";

/** Which flags are asked for; nothing named is no condition. */
export interface FlagFilter {
  readonly rule?: RuleName | undefined;
  readonly severity?: Severity | undefined;
  readonly dfeCode?: string | undefined;
  readonly state?: FlagState | undefined;
}

/** Flags by severity, worst first, then by rule and council. */
export async function listFlags(reading: Reading, filter: FlagFilter): Promise<Flag[]> {
  const rows = await currentFigures(reading.database).flag.findMany({
    where: whereOf(filter),
    include: WITH_REPLY,
  });
  const [councils, book] = await Promise.all([loadedCouncils(reading), bookOf(reading, rows)]);
  return rows.map((row) => presentFlag(row, councils, book)).sort(worstFirst);
}

/**
 * One flag with its history, oldest first.
 *
 * @returns null when there never was such a flag, or it's hidden
 */
export async function flagWithHistory(reading: Reading, id: string): Promise<FlagWithHistory | null> {
  const [row] = await currentFigures(reading.database).flag.findMany({
    where: { id },
    include: { history: { orderBy: { id: "asc" } }, replies: { orderBy: { id: "desc" } } },
  });
  if (!row) return null;
  const { history, ...flag } = row;
  const [councils, book] = await Promise.all([loadedCouncils(reading), bookOf(reading, [flag])]);
  return {
    ...presentFlag(flag, councils, book),
    history: history.map((change) => presentChange(change, isWithdrawn(flag))),
    earlierReplies: flag.replies.flatMap((reply, index) => {
      const newer = flag.replies[index - 1];
      // The newest stands by itself; one that was taken down is shown nowhere.
      return newer === undefined || newer.text === null ? [] : (presentReply(reply) ?? []);
    }),
  };
}

/** Of whom a flag is and why it isn't shown; null for one that is shown, or that never was. */
export async function hiddenFlag(reading: Reading, id: string): Promise<HiddenCouncil | null> {
  const flag = await reading.database.flag.findUnique({ where: { id }, select: { dfeCode: true } });
  if (!flag) return null;
  return (await hiddenCouncils(reading, flag.dfeCode))[0] ?? null;
}

/** Councils of which no verdict or flag is shown, with the reason, by name; of one where one is named. */
export async function hiddenCouncils(reading: Reading, dfeCode?: string): Promise<HiddenCouncil[]> {
  const hidden = await loadVerdictsHidden(currentFigures(reading.database));
  if (hidden.size === 0) return [];
  const councils = await loadedCouncils(reading);
  return [...hidden]
    .filter(([code]) => dfeCode === undefined || code === dfeCode)
    .map(([code, verdictsHidden]) => ({ authority: authorityOf(code, councils), verdictsHidden }))
    .sort((a, b) => a.authority.name.localeCompare(b.authority.name, "en-GB"));
}

/** What has happened to flags, newest first: for feeds. */
export async function flagNews(
  reading: Reading,
  { dfeCode, limit }: { readonly dfeCode?: string | undefined; readonly limit: number },
): Promise<readonly FlagNews[]> {
  const rows = await currentFigures(reading.database).flagChange.findMany({
    where: {
      kind: { not: "restated" },
      // Of a withdrawn flag only that is news.
      OR: [{ flag: { state: { not: "withdrawn" } } }, { kind: "withdrawn" }],
      ...(dfeCode === undefined ? {} : { flag: { dfeCode } }),
    },
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
    ...presentChange(change, isWithdrawn(flag)),
    summary: flagNewsSentence({
      ...{ kind: change.kind as FlagNews["kind"], rule: flag.rule as RuleName },
      ...{ summary: change.summary, reason: change.reason },
    }),
  }));
}

export type FlagNews = FlagWithHistory["history"][number] & {
  readonly id: number;
  readonly flagId: string;
  readonly rule: RuleName;
  readonly authority: Flag["authority"];
  readonly summary: string;
};

const WITH_REPLY = { replies: { orderBy: { id: "desc" }, take: 1 } } as const satisfies Prisma.FlagInclude;
type FlagRow = Prisma.FlagGetPayload<{ include: typeof WITH_REPLY }>;

function isWithdrawn({ state }: { readonly state: string }): boolean {
  return state === "withdrawn";
}

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
  const reply = presentReply(row.replies[0]);
  const withdrawn = isWithdrawn(row);
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
    summary: withdrawn ? withdrawnSummary(row.withdrawnReason) : row.summary,
    ...(row.withdrawnReason === null ? {} : { withdrawnReason: row.withdrawnReason }),
    ...(reply === null
      ? {}
      : {
          ...{ reply: reply.text, repliedBy: reply.by, repliedOn: reply.on },
          ...(reply.url === undefined ? {} : { replyUrl: reply.url }),
        }),
    ...(withdrawn ? { evidence: [], working: [] } : presentEvidence(evidenceOf(row).evidence, book)),
  };
}

/** Null where there is none, or it was taken down. */
function presentReply(row: FlagReply | undefined): FlagWithHistory["earlierReplies"][number] | null {
  if (!row || row.text === null || row.saidBy === null || row.saidOn === null) return null;
  const { text, saidBy: by, saidOn: on, url } = row;
  return { text, by, on, ...(url === null ? {} : { url }) };
}

function presentChange(row: Omit<FlagChange, "id">, withdrawn: boolean): FlagWithHistory["history"][number] {
  return {
    kind: row.kind as FlagWithHistory["history"][number]["kind"],
    at: row.at.toISOString(),
    severity: row.severity as Severity,
    checked: row.checked,
    ...yearOf(row),
    ...(withdrawn ? {} : { summary: row.summary }),
    ...(row.reason === null ? {} : { reason: row.reason }),
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
