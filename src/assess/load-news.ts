import { isRecent } from "@/domain/alerts/is-recent";
import type { CalendarDate, PartialDate } from "@/domain/calendar-date";
import type { PrismaClient } from "@/generated/prisma/client";
import { type FigureTable, tableOf } from "@/store/figure-tables";
import type { HeldRows } from "./load-held-rows";

/** When there was last news of each council, by DfE code. */
export type News = ReadonlyMap<string, Date>;

/** Kept with what a person finds and cites, not compared from edition to edition: their rows are told by themselves. */
const CITED = [
  ["statement", "date"],
  ["event", "date"],
  ["stabilityGrantItem", "asAt"],
  ["payment", "paidOn"],
] as const;

/**
 * What makes a flag's change news rather than our own doing: a change at a publisher that is one, terms that a person
 * has confirmed, or a recent statement, event or payment newly cited. A first reading, a backfill, our copy replaced
 * by the publisher's edition, a newer reader, a rule or a threshold leave nothing here.
 *
 * @param since nothing earlier is looked at
 */
export async function loadNews(
  database: PrismaClient,
  rows: HeldRows,
  since: Date,
  today: CalendarDate,
): Promise<News> {
  const [changes, confirmed, cited] = await Promise.all([
    database.change.groupBy({
      by: ["dfeCode"],
      where: { notNews: null, dfeCode: { not: null }, detectedAt: { gt: since } },
      _max: { detectedAt: true },
    }),
    confirmedTerms(database, rows, since),
    newlyCited(database, rows, since, today),
  ]);
  const latest = new Map<string, Date>();
  const met = (dfeCode: string | null, at: Date | null) => {
    if (dfeCode === null || at === null) return;
    if (at > (latest.get(dfeCode) ?? since)) latest.set(dfeCode, at);
  };
  for (const { dfeCode, _max } of changes) met(dfeCode, _max.detectedAt);
  for (const { dfeCode, at } of [...confirmed, ...cited]) met(dfeCode, at);
  return latest;
}

interface Moment {
  readonly dfeCode: string | null;
  readonly at: Date | null;
}

async function confirmedTerms(database: PrismaClient, rows: HeldRows, since: Date): Promise<Moment[]> {
  const decisions = await database.reviewDecision.findMany({
    where: { verb: "confirm", decidedAt: { gt: since } },
    select: { readingId: true, decidedAt: true },
  });
  const decided = new Map(decisions.map(({ readingId, decidedAt }) => [readingId, decidedAt]));
  const placed = [...rows.agreement, ...rows.profilePoint, ...rows.payment, ...rows.outturn];
  return placed.flatMap(({ dfeCode, readingId }) => {
    const at = decided.get(readingId);
    return at ? [{ dfeCode, at }] : [];
  });
}

async function newlyCited(
  database: PrismaClient,
  rows: HeldRows,
  since: Date,
  today: CalendarDate,
): Promise<Moment[]> {
  const found = await Promise.all(
    CITED.map(async ([table, dated]) => {
      const fresh = rows[table].filter(
        (row) =>
          row.currentFrom !== null &&
          row.currentFrom > since &&
          row.reading.origin === "register" &&
          isRecent((row as Record<string, unknown>)[dated] as PartialDate | null, today),
      );
      const known = await saidBefore(database, table, fresh);
      return fresh
        .filter((row) => !known.has(row.id))
        .map(({ dfeCode, currentFrom }) => ({ dfeCode, at: currentFrom }));
    }),
  );
  return found.flat();
}

interface Said {
  readonly id: number;
  readonly series: string;
  readonly fingerprint: string;
  readonly currentFrom: Date | null;
}

/** Which of these rows say what an earlier row said already: the register was read again. */
async function saidBefore(
  database: PrismaClient,
  table: FigureTable,
  fresh: readonly Said[],
): Promise<ReadonlySet<number>> {
  if (fresh.length === 0) return new Set();
  const earlier = await tableOf(database, table).findMany({
    where: { series: { in: [...new Set(fresh.map(({ series }) => series))] }, currentFrom: { not: null } },
  });
  return new Set(
    fresh
      .filter(({ series, fingerprint, currentFrom }) =>
        earlier.some(
          (other) =>
            other.series === series &&
            other.fingerprint === fingerprint &&
            other.currentFrom !== null &&
            currentFrom !== null &&
            other.currentFrom < currentFrom,
        ),
      )
      .map(({ id }) => id),
  );
}
