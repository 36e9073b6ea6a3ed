import type { Figure } from "@/domain/dsg/draft-figures";
import type { Prisma } from "@/generated/prisma/client";
import type { DraftEdition, Publication } from "@/sources/publication";
import { FIGURE_TABLES, type FigureRow, type FigureTable } from "./figure-row";

type Transaction = Prisma.TransactionClient;

export type EndedBecause = "revised" | "reading-changed";

/** The part of each figure table's Prisma delegate that storing needs; the tables share these columns. */
interface FigureDelegate {
  createMany(args: { data: readonly Record<string, unknown>[] }): Promise<unknown>;
  findMany(args: {
    where: Record<string, unknown>;
    select: { id: true; series: true; fingerprint: true };
  }): Promise<{ id: number; series: string; fingerprint: string }[]>;
  updateMany(args: {
    where: Record<string, unknown>;
    data: Record<string, unknown>;
  }): Promise<{ count: number }>;
}

function tableOf(transaction: Transaction, table: FigureTable): FigureDelegate {
  return transaction[table] as unknown as FigureDelegate;
}

/** Councils are known from the reference list on; the slug stays with the council from then on. */
export async function ensureAuthorities(
  transaction: Transaction,
  figures: readonly Figure[],
  now: Date,
): Promise<void> {
  const councils = new Map<string, { dfeCode: string; slug: string; firstSeenAt: Date }>();
  for (const figure of figures) {
    if (figure.type !== "authority") continue;
    const { dfeCode, slug } = figure.authority;
    councils.set(dfeCode, { dfeCode, slug, firstSeenAt: now });
  }
  if (councils.size > 0) {
    await transaction.authority.createMany({ data: [...councils.values()], skipDuplicates: true });
  }
}

/**
 * Brings the figures of an edition to what its document says now.
 *
 * @returns how many rows were written: figures that are new, or say something else than before
 */
export async function storeCurrent(
  transaction: Transaction,
  editionId: number,
  reading: { id: number; snapshotSha256: string; parserVersion: string },
  rows: readonly FigureRow[],
  now: Date,
  endedBecause: EndedBecause,
): Promise<number> {
  let written = 0;
  for (const table of FIGURE_TABLES) {
    const delegate = tableOf(transaction, table);
    const wanted = rows.filter((row) => row.table === table);
    const current = await delegate.findMany({
      where: { editionId, currentFrom: { not: null }, currentUntil: null },
      select: { id: true, series: true, fingerprint: true },
    });
    const unmatched = countByIdentity(current);
    const fresh = wanted.filter((row) => {
      const same = unmatched.get(identityOf(row));
      return same?.pop() === undefined;
    });
    const gone = [...unmatched.values()].flat();
    if (gone.length > 0) {
      await delegate.updateMany({
        where: { id: { in: gone } },
        data: { currentUntil: now, endedBecause },
      });
    }
    if (fresh.length > 0) {
      await delegate.createMany({ data: fresh.map((row) => stored(row, editionId, reading, now)) });
    }
    written += fresh.length;
  }
  return written;
}

/** A held edition's figures are kept beside the ones that count, for an admin to look at. */
export async function storeHeld(
  transaction: Transaction,
  editionId: number,
  reading: { id: number; snapshotSha256: string },
  rows: readonly FigureRow[],
): Promise<void> {
  for (const table of FIGURE_TABLES) {
    const drafts = rows.filter((row) => row.table === table);
    if (drafts.length === 0) continue;
    const delegate = tableOf(transaction, table);
    const kept = await delegate.findMany({
      where: { readingId: reading.id },
      select: { id: true, series: true, fingerprint: true },
    });
    if (kept.length > 0) continue;
    await delegate.createMany({ data: drafts.map((row) => stored(row, editionId, reading, null)) });
  }
}

function stored(
  row: FigureRow,
  editionId: number,
  reading: { id: number; snapshotSha256: string },
  currentFrom: Date | null,
): Record<string, unknown> {
  return {
    ...row.columns,
    series: row.series,
    fingerprint: row.fingerprint,
    editionId,
    readingId: reading.id,
    snapshotSha256: reading.snapshotSha256,
    currentFrom,
  };
}

function identityOf(row: { series: string; fingerprint: string }): string {
  return `${row.series}\u0000${row.fingerprint}`;
}

function countByIdentity(rows: readonly { id: number; series: string; fingerprint: string }[]) {
  const byIdentity = new Map<string, number[]>();
  for (const row of rows) {
    const identity = identityOf(row);
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), row.id]);
  }
  return byIdentity;
}

/** The publisher's own figure always wins over our copy of it. */
export async function withoutLive(
  transaction: Transaction,
  publication: Publication,
  rows: readonly FigureRow[],
): Promise<readonly FigureRow[]> {
  const live = new Set<string>();
  for (const table of new Set(rows.map((row) => row.table))) {
    const found = await tableOf(transaction, table).findMany({
      where: {
        currentFrom: { not: null },
        currentUntil: null,
        reading: { publicationId: publication.id, origin: "live" },
      },
      select: { id: true, series: true, fingerprint: true },
    });
    for (const row of found) live.add(row.series);
  }
  return rows.filter((row) => !live.has(row.series));
}

/**
 * Ends our archive copy of what the publisher's own edition now says: the same edition, the same year,
 * or the same figure. That is never a change at the publisher.
 */
export async function endArchive(
  transaction: Transaction,
  publication: Publication,
  edition: DraftEdition | null,
  rows: readonly FigureRow[],
  now: Date,
): Promise<void> {
  const same = await transaction.edition.findMany({
    where: {
      publicationId: publication.id,
      origin: "archive",
      OR: [
        { key: edition?.key ?? "" },
        ...(edition?.financialYear ? [{ financialYear: edition.financialYear }] : []),
      ],
    },
    select: { id: true },
  });
  const editions = same.map((row) => row.id);
  for (const table of FIGURE_TABLES) {
    const series = [...new Set(rows.filter((row) => row.table === table).map((row) => row.series))];
    await tableOf(transaction, table).updateMany({
      where: {
        currentFrom: { not: null },
        currentUntil: null,
        OR: [
          { editionId: { in: editions } },
          { series: { in: series }, reading: { publicationId: publication.id, origin: "archive" } },
        ],
      },
      data: { currentUntil: now, endedBecause: "archive-superseded" },
    });
  }
}
