import type { Context } from "@/context";
import type { Locator, Origin } from "@/domain/provenance";
import { Prisma } from "@/generated/prisma/client";
import { FIGURE_TABLES, type Transaction } from "@/store/figure-tables";
import { replacedReadings } from "./replaced-readings";

/**
 * Why somebody should look at a reading, the gravest reason first:
 *
 * - `held`: it crossed a bound; its figures don't count until they're approved
 * - `not-understood`: the document can't be read; there are no figures
 * - `doubtful`: its figures count, with doubts that nobody has settled
 * - `unconfirmed-terms`: its figures count, but some were machine-read and nobody has compared them
 */
export type ReviewKind = "held" | "not-understood" | "doubtful" | "unconfirmed-terms";

export interface ReviewEntry {
  readonly readingId: number;
  readonly kind: ReviewKind;
  readonly publication: { readonly id: string; readonly title: string };
  readonly edition: { readonly key: string; readonly title: string } | null;
  readonly status: string;
  readonly url: string;
  readonly title: string;
  readonly origin: Origin;
  readonly snapshotSha256: string;
  readonly readAt: Date;
  /** What speaks against it. */
  readonly why: readonly ReviewFinding[];
  readonly figures: number;
  /** How many of the figures that count nobody has compared with the document. */
  readonly unconfirmed: number;
  /** What has been decided about this reading so far, oldest first, with what was taken back. */
  readonly decisions: readonly PastDecision[];
}

export interface ReviewFinding {
  readonly kind: string;
  readonly severity: string;
  readonly message: string;
  readonly expected: string | null;
  readonly met: string | null;
  readonly council: string | null;
  readonly locator: Locator | null;
}

export interface PastDecision {
  readonly id: number;
  readonly verb: string;
  readonly actor: string;
  readonly reason: string;
  readonly decidedAt: Date;
  /** The decision that this one took back. */
  readonly undoesId: number | null;
}

const ENTRY = {
  publication: { select: { id: true, title: true } },
  edition: { select: { id: true, key: true, title: true, currentReadingId: true } },
  capture: { select: { title: true } },
  findings: { where: { severity: { in: ["stop", "doubt"] } }, orderBy: { id: "asc" } },
  decisions: { orderBy: { id: "asc" } },
} as const satisfies Prisma.ReadingInclude;
type ReadingRow = Prisma.ReadingGetPayload<{ include: typeof ENTRY }>;

/** The readings that wait for a person, oldest first. One is gone when it's decided or replaced. */
export async function loadReviewQueue({ database }: Pick<Context, "database">): Promise<ReviewEntry[]> {
  const unconfirmed = await unconfirmedFigures(database);
  const undecided = await database.reading.findMany({
    where: { status: { in: ["held", "not-understood"] } },
    include: ENTRY,
  });
  const replaced = await replacedReadings(database, undecided);
  const counting = await countingReadings(database, [...unconfirmed.keys()]);
  return [
    ...undecided
      .filter(({ id }) => !replaced.has(id))
      .map((reading) => entryOf(reading, reading.status as ReviewKind, reading.findings, 0)),
    ...counting.flatMap((reading) => {
      const doubts = reading.findings.filter(
        ({ resolvedAt, severity }) => resolvedAt === null && severity === "doubt",
      );
      const unchecked = unconfirmed.get(reading.edition?.id ?? 0) ?? 0;
      if (doubts.length === 0 && unchecked === 0) return [];
      const kind = doubts.length > 0 ? "doubtful" : "unconfirmed-terms";
      return entryOf(reading, kind, doubts, unchecked);
    }),
  ].sort((a, b) => a.readAt.getTime() - b.readAt.getTime() || a.readingId - b.readingId);
}

/** The readings on which an edition's figures rest, if there is an open doubt or an unconfirmed figure. */
async function countingReadings(
  transaction: Transaction,
  unconfirmedEditions: readonly number[],
): Promise<ReadingRow[]> {
  const readings = await transaction.reading.findMany({
    where: {
      status: "published",
      OR: [
        { editionId: { in: [...unconfirmedEditions] } },
        { findings: { some: { severity: "doubt", resolvedAt: null } } },
      ],
    },
    include: ENTRY,
  });
  return readings.filter(({ id, edition }) => edition?.currentReadingId === id);
}

/** How many figures that count are unchecked, by edition. */
async function unconfirmedFigures(transaction: Transaction): Promise<ReadonlyMap<number, number>> {
  const counts = FIGURE_TABLES.map((table) => {
    const model = `${table.charAt(0).toUpperCase()}${table.slice(1)}`;
    return Prisma.sql`
      SELECT "editionId", count(*)::int AS "figures" FROM ${Prisma.raw(`"${model}"`)}
      WHERE "currentFrom" IS NOT NULL AND "currentUntil" IS NULL AND NOT "checked" GROUP BY "editionId"`;
  });
  const rows = await transaction.$queryRaw<{ editionId: number; figures: number }[]>`
    SELECT "editionId", sum("figures")::int AS "figures"
    FROM (${Prisma.join(counts, " UNION ALL ")}) AS "counts" GROUP BY "editionId"`;
  return new Map(rows.map(({ editionId, figures }) => [editionId, figures]));
}

function entryOf(
  reading: ReadingRow,
  kind: ReviewKind,
  findings: ReadingRow["findings"],
  unconfirmed: number,
): ReviewEntry {
  const { id, publication, edition, status, url, capture, origin, snapshotSha256, readAt, figures } = reading;
  return {
    readingId: id,
    kind,
    publication,
    edition: edition && { key: edition.key, title: edition.title },
    status,
    url,
    title: capture.title,
    origin: origin as Origin,
    snapshotSha256,
    readAt,
    why: findings.map(({ kind: what, severity, message, expected, met, council, locator }) => ({
      kind: what,
      severity,
      message,
      expected,
      met,
      council,
      locator: locator as Locator | null,
    })),
    figures,
    unconfirmed,
    decisions: reading.decisions.map(({ id: decisionId, verb, actor, reason, decidedAt, undoesId }) => ({
      id: decisionId,
      verb,
      actor,
      reason,
      decidedAt,
      undoesId,
    })),
  };
}
