import type { ChangeKind, NotNews } from "@/domain/changes/change";
import type { Locator } from "@/domain/provenance";
import type { Prisma, Change as StoredChange } from "@/generated/prisma/client";
import type { Source } from "@/shapes/api-shapes";
import type { Change } from "@/shapes/change-shapes";
import { changeInWords } from "@/wording/change-in-words";
import { changedOf } from "@/wording/changed-of";
import { presentCorrection } from "./corrections";
import { type Councils, loadCouncils } from "./councils";
import { currentFigures } from "./current-figures";
import { type EvidenceBook, openEvidenceBook } from "./evidence-book";
import { type Reading, today } from "./summaries";

/** Which changes are asked for; nothing named is no condition. */
export interface ChangeFilter {
  readonly since?: Date | undefined;
  readonly dfeCode?: string | undefined;
  readonly kind?: ChangeKind | undefined;
  /** The document that brought them, by its SHA-256. */
  readonly document?: string | undefined;
  /** Also what is no news of a publisher, for admins. */
  readonly withNotNews?: boolean | undefined;
}

/** A place in the list, newest first: what comes after it is older. */
export interface ChangePosition {
  readonly detectedAt: Date;
  readonly id: number;
}

export interface ChangeList {
  readonly changes: readonly Change[];
  /** Where to go on; null at the end. */
  readonly next: ChangePosition | null;
}

export const NEWEST_FIRST = [{ detectedAt: "desc" }, { id: "desc" }] as const;

/** Changes, newest first, at most `limit` of them; null: all. */
export async function listChanges(
  reading: Reading,
  filter: ChangeFilter,
  limit: number | null,
  after: ChangePosition | null = null,
): Promise<ChangeList> {
  const rows = await reading.database.change.findMany({
    where: whereOf(filter, after),
    orderBy: [...NEWEST_FIRST],
    ...(limit === null ? {} : { take: limit + 1 }),
  });
  const shown = limit === null ? rows : rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    changes: await presentChanges(reading, shown),
    next: rows.length > shown.length && last ? { detectedAt: last.detectedAt, id: last.id } : null,
  };
}

export function whereOf(
  { since, dfeCode, kind, document, withNotNews = false }: ChangeFilter,
  after: ChangePosition | null,
): Prisma.ChangeWhereInput {
  return {
    ...(withNotNews ? {} : { notNews: null }),
    ...(dfeCode === undefined ? {} : { dfeCode }),
    ...(kind === undefined ? {} : { kind }),
    AND: [
      since === undefined ? {} : { detectedAt: { gte: since } },
      document === undefined
        ? {}
        : {
            OR: [
              { afterSnapshotSha256: document },
              { afterSnapshotSha256: null, beforeSnapshotSha256: document },
            ],
          },
      after === null
        ? {}
        : {
            OR: [
              { detectedAt: { lt: after.detectedAt } },
              { detectedAt: after.detectedAt, id: { lt: after.id } },
            ],
          },
    ],
  };
}

/** Rows of the record as they are shown, in their order. */
export async function presentChanges(reading: Reading, rows: readonly StoredChange[]): Promise<Change[]> {
  const figures = currentFigures(reading.database);
  const [councils, book, corrections] = await Promise.all([
    loadCouncils(figures, today(reading)),
    openEvidenceBook(reading.database, rows.flatMap(placesOf)),
    loadCorrectionsOf(reading, rows),
  ]);
  return rows.map((row) => ({
    ...presentChange(row, councils, book),
    ...correctionBehind(row, corrections.get(row.correctionId ?? 0)),
  }));
}

const WITH_WITHDRAWAL = { withdrawal: true } as const satisfies Prisma.CorrectionInclude;
type StoredCorrection = Prisma.CorrectionGetPayload<{ include: typeof WITH_WITHDRAWAL }>;

async function loadCorrectionsOf(
  { database }: Reading,
  rows: readonly StoredChange[],
): Promise<ReadonlyMap<number, StoredCorrection>> {
  const ids = rows.flatMap(({ correctionId }) => correctionId ?? []);
  if (ids.length === 0) return new Map();
  const found = await database.correction.findMany({ where: { id: { in: ids } }, include: WITH_WITHDRAWAL });
  return new Map(found.map((correction) => [correction.id, correction]));
}

/** Why a correction was withdrawn belongs to the withdrawal alone: the change before it stays as it was told. */
function correctionBehind(
  { kind }: StoredChange,
  correction: StoredCorrection | undefined,
): Pick<Change, "correction"> {
  if (!correction) return {};
  const { originalGbp: _, ...presented } = presentCorrection(correction);
  const { withdrawal } = correction;
  return {
    correction: {
      ...presented,
      ...(kind === "correction-withdrawn" && withdrawal ? { withdrawnBecause: withdrawal.reason } : {}),
    },
  };
}

function presentChange(row: StoredChange, councils: Councils, book: EvidenceBook): Change {
  const changed = changedOf(row);
  const [before, after] = placesOfSides(row);
  const source = (place: ReturnType<typeof placesOfSides>[number]): Source | null =>
    place === null ? null : book.sourceOf(place);
  return {
    id: row.id,
    ...changed,
    authority: authorityOf(row.dfeCode, councils),
    summary: changeInWords(changed),
    detectedAt: row.detectedAt.toISOString(),
    ...(row.notNews === null ? {} : { notNews: row.notNews as NotNews }),
    evidence: { before: source(before), after: source(after) },
  };
}

function authorityOf(dfeCode: string | null, councils: Councils): Change["authority"] {
  const entry = dfeCode === null ? undefined : councils.current(dfeCode);
  if (!entry) return null;
  const { gssCode, commonName: name } = entry.record;
  return { dfeCode: entry.record.dfeCode, gssCode, name, slug: entry.slug };
}

function placesOfSides(row: StoredChange) {
  const { publicationId, detectedAt } = row;
  const side = (snapshotSha256: string | null, url: string | null, locator: Prisma.JsonValue) =>
    snapshotSha256 === null
      ? null
      : {
          publicationId,
          snapshotSha256,
          url: url ?? "",
          locator: (locator ?? {}) as Locator,
          seenBy: detectedAt,
        };
  return [
    side(row.beforeSnapshotSha256, row.beforeUrl, row.beforeLocator),
    side(row.afterSnapshotSha256, row.afterUrl, row.afterLocator),
  ] as const;
}

function placesOf(row: StoredChange) {
  return placesOfSides(row).filter((place) => place !== null);
}
