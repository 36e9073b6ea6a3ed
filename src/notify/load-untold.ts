import { alertOfChange } from "@/domain/alerts/alert-of-change";
import { FLAG_EVENTS } from "@/domain/alerts/alert-of-flags";
import { NEWS_OF_RULE } from "@/domain/alerts/matter";
import { CHANGE_KINDS } from "@/domain/changes/change";
import { RULES } from "@/domain/flags/flag";
import type { Prisma } from "@/generated/prisma/client";

type Transaction = Prisma.TransactionClient;

/** What happened longer ago and was never told is old by now. */
const OLDEST_DAYS = 60;

const TOLD_RULES = RULES.filter((rule) => NEWS_OF_RULE[rule] !== null);
const TOLD_CHANGES = CHANGE_KINDS.filter(
  (kind) => alertOfChange({ kind, subject: null, notNews: null }) !== null,
);

function oldest(now: Date): Date {
  return new Date(now.getTime() - OLDEST_DAYS * 86_400_000);
}

/** Which of these rows stand in no alert yet; `column` is where alerts name such rows. */
async function untold<Row extends { readonly id: number }>(
  transaction: Transaction,
  column: "changeId" | "flagChangeId" | "findingId" | "hidingId" | "hidingEndId",
  rows: readonly Row[],
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const items = await transaction.alertItem.findMany({
    where: { [column]: { in: rows.map(({ id }) => id) } },
    select: { [column]: true },
  });
  const told = new Set(items.map((item) => (item as Record<string, unknown>)[column]));
  return rows.filter(({ id }) => !told.has(id));
}

/**
 * What assessments recorded as news of flags, in no alert yet, each with its flag and the flag's whole record.
 *
 * @param hidden DfE codes of councils whose verdicts are hidden: theirs wait until they are shown again
 */
export async function loadUntoldFlagChanges(transaction: Transaction, hidden: readonly string[], now: Date) {
  const rows = await transaction.flagChange.findMany({
    where: {
      news: true,
      at: { gt: oldest(now) },
      kind: { in: [...FLAG_EVENTS] },
      flag: { rule: { in: [...TOLD_RULES] }, dfeCode: { notIn: [...hidden] } },
    },
    include: { flag: { include: { history: { select: { id: true, checked: true } } } } },
    orderBy: { id: "asc" },
  });
  return untold(transaction, "flagChangeId", rows);
}
export type UntoldFlagChange = Awaited<ReturnType<typeof loadUntoldFlagChanges>>[number];

/** Flags that were withdrawn, or put back, after people had been told of them. @param hidden as above */
export async function loadUntoldCorrections(transaction: Transaction, hidden: readonly string[], now: Date) {
  const rows = await transaction.flagChange.findMany({
    where: {
      at: { gt: oldest(now) },
      kind: { in: ["withdrawn", "restored"] },
      flag: { dfeCode: { notIn: [...hidden] } },
    },
    include: { flag: true },
    orderBy: { id: "asc" },
  });
  const fresh = await untold(transaction, "flagChangeId", rows);
  const told = await transaction.alertItem.findMany({
    where: { flagId: { in: fresh.map(({ flagId }) => flagId) } },
    select: { flagId: true },
  });
  const known = new Set(told.map(({ flagId }) => flagId));
  return fresh.filter(({ flagId }) => known.has(flagId));
}
export type UntoldCorrection = Awaited<ReturnType<typeof loadUntoldCorrections>>[number];

/** Hidings of verdicts that stand, of councils of whose flags alerts had been made. */
export async function loadUntoldHidings(transaction: Transaction, now: Date) {
  const rows = await transaction.verdictHiding.findMany({
    where: { ending: null, hiddenAt: { gt: oldest(now) } },
    orderBy: { id: "asc" },
  });
  const fresh = await untold(transaction, "hidingId", rows);
  const flags = await transaction.flag.findMany({
    where: { dfeCode: { in: fresh.map(({ dfeCode }) => dfeCode) }, state: { not: "withdrawn" } },
    select: { id: true, dfeCode: true },
  });
  const told = await transaction.alertItem.findMany({
    where: { flagId: { in: flags.map(({ id }) => id) } },
    select: { flagId: true },
  });
  const known = new Set(told.map(({ flagId }) => flagId));
  const ofKnown = new Set(flags.filter(({ id }) => known.has(id)).map(({ dfeCode }) => dfeCode));
  return fresh.filter(({ dfeCode }) => ofKnown.has(dfeCode));
}
export type UntoldHiding = Awaited<ReturnType<typeof loadUntoldHidings>>[number];

/** Verdicts that are shown again, after people had been told that they are hidden. */
export async function loadUntoldHidingEnds(transaction: Transaction, now: Date) {
  const rows = await transaction.verdictHidingEnd.findMany({
    where: { endedAt: { gt: oldest(now) } },
    orderBy: { id: "asc" },
  });
  const fresh = await untold(transaction, "hidingEndId", rows);
  const told = await transaction.alertItem.findMany({
    where: { hidingId: { in: fresh.map(({ hidingId }) => hidingId) } },
    select: { hidingId: true },
  });
  const known = new Set(told.map(({ hidingId }) => hidingId));
  return fresh.filter(({ hidingId }) => known.has(hidingId));
}
export type UntoldHidingEnd = Awaited<ReturnType<typeof loadUntoldHidingEnds>>[number];

/** Changes at publishers and in figures that are news and in no alert yet. */
export async function loadUntoldChanges(transaction: Transaction, now: Date) {
  const rows = await transaction.change.findMany({
    where: { notNews: null, detectedAt: { gt: oldest(now) }, kind: { in: [...TOLD_CHANGES] } },
    include: { publication: { select: { title: true } } },
    orderBy: { id: "asc" },
  });
  return untold(transaction, "changeId", rows);
}
export type UntoldChange = Awaited<ReturnType<typeof loadUntoldChanges>>[number];

/** Editions that should be out by now; that our own archive ends before is nobody's news. */
export async function loadUntoldOverdue(transaction: Transaction, now: Date) {
  const rows = await transaction.finding.findMany({
    where: {
      kind: "edition-overdue",
      origin: "live",
      resolvedAt: null,
      raisedAt: { gt: oldest(now) },
    },
    include: { publication: { select: { title: true, landingPage: true } } },
    orderBy: { id: "asc" },
  });
  return untold(transaction, "findingId", rows);
}
export type UntoldOverdue = Awaited<ReturnType<typeof loadUntoldOverdue>>[number];
