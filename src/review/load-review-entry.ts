import type { Context } from "@/context";
import { describeLocator, type Locator } from "@/domain/provenance";
import type { Prisma } from "@/generated/prisma/client";
import type { ReadLine, ReviewDetail, ReviewVerb } from "@/shapes/review-shapes";
import type { PlacedRow } from "@/store/figure-tables";
import { linesRead } from "@/wording/reading-lines";
import { loadCouncilNames } from "./council-names";
import { loadReadingFigures, type ReadingFigures } from "./load-reading-figures";
import { loadReviewQueue } from "./load-review-queue";
import { replacedReadings } from "./replaced-readings";

const ENTRY = {
  publication: { select: { title: true } },
  edition: { select: { title: true, currentReadingId: true } },
  capture: { select: { title: true, retrievedAt: true } },
  snapshot: { select: { mediaType: true } },
  findings: { orderBy: { id: "asc" } },
  decisions: { include: { undoneBy: { select: { id: true } } }, orderBy: { id: "asc" } },
} as const satisfies Prisma.ReadingInclude;
type EntryRow = Prisma.ReadingGetPayload<{ include: typeof ENTRY }>;

/**
 * One reading with all that a person needs to decide about it, whether or not it waits: what it says beside what
 * counts today, where each stands in the document, and what was decided so far.
 *
 * @returns null when there is no such reading
 */
export async function loadReviewEntry(
  { database }: Pick<Context, "database">,
  readingId: number,
): Promise<ReviewDetail | null> {
  const row = await database.reading.findUnique({ where: { id: readingId }, include: ENTRY });
  const read = row && (await loadReadingFigures({ database }, readingId));
  if (!row || !read) return null;
  const [queue, names] = await Promise.all([loadReviewQueue({ database }), loadCouncilNames(database)]);
  const replaced =
    row.status === "published"
      ? row.edition?.currentReadingId !== row.id
      : (await replacedReadings(database, [row])).has(row.id);
  const entry = queue.find((waiting) => waiting.readingId === readingId);
  return {
    ...{ readingId, replaced, status: row.status, kind: entry?.kind ?? null },
    ...{ source: row.publicationId, publication: row.publication.title, url: row.url },
    ...{ title: row.capture.title, edition: row.edition?.title ?? null },
    origin: row.origin as ReviewDetail["origin"],
    ...{ snapshotSha256: row.snapshotSha256, mediaType: row.snapshot.mediaType },
    ...{ readAt: row.readAt.toISOString(), retrievedAt: row.capture.retrievedAt.toISOString() },
    ...{ runId: row.runId, parserVersion: row.parserVersion },
    findings: row.findings.map(({ severity, message, expected, met, resolvedAt }) => ({
      severity: severity as ReviewDetail["findings"][number]["severity"],
      ...{ message, expected, met, isOpen: resolvedAt === null },
    })),
    ...compared(read, row.status, (dfeCode) => names.get(dfeCode) ?? dfeCode),
    decisions: row.decisions.map(({ id, verb, actor, reason, decidedAt, undoneBy }) => ({
      ...{ id, reason, by: actor, verb: verb as ReviewVerb },
      at: decidedAt.toISOString(),
      undone: undoneBy !== null,
    })),
    may: replaced ? [] : mayDecide(row, read),
  };
}

/** What could be decided about it; whether it can, each verb says when it's tried. */
function mayDecide({ status, findings, decisions }: EntryRow, { figures }: ReadingFigures): ReviewVerb[] {
  const doubts = findings.some(({ severity, resolvedAt }) => severity === "doubt" && resolvedAt === null);
  const unchecked = status === "published" && figures.some(({ columns }) => !columns.checked);
  const stands = decisions.some(({ verb, undoneBy }) => verb !== "undo" && undoneBy === null);
  return [
    ...(status === "held" ? (["approve"] as const) : []),
    ...(status === "published" && (doubts || unchecked) ? (["confirm"] as const) : []),
    ...(["held", "not-understood", "published"].includes(status) ? (["reject"] as const) : []),
    ...(stands || status === "rejected" ? (["undo"] as const) : []),
  ];
}

function compared(
  { figures, counting }: ReadingFigures,
  status: string,
  nameOf: (dfeCode: string) => string,
): Pick<ReviewDetail, "lines" | "gone"> {
  // Of what counts itself there is nothing else to hold it against.
  const before = new Map(status === "published" ? [] : counting.map((row) => [keyOf(row), row]));
  const lines: ReadLine[] = [];
  for (const row of figures) {
    const held = before.get(keyOf(row));
    const heldLines = held ? linesRead(held.table, held.columns) : [];
    before.delete(keyOf(row));
    linesRead(row.table, row.columns).forEach(({ label, value, term }, position) => {
      const was = heldLines[position]?.value ?? null;
      const locator = placeOf(row, term);
      lines.push({
        index: lines.length,
        council: councilOf(row, nameOf),
        ...{ label, value, before: was },
        change: status === "published" || was === value ? "same" : was === null ? "new" : "changed",
        checked: row.columns.checked,
        where: describeLocator(locator),
        locator: locator as ReadLine["locator"],
      });
    });
  }
  const gone = [...before.values()].flatMap((row) =>
    linesRead(row.table, row.columns).map(({ label, value }) => ({
      council: councilOf(row, nameOf),
      ...{ label, value },
    })),
  );
  return { lines, gone };
}

const keyOf = ({ table, series }: PlacedRow) => `${table} ${series}`;

/** A term of an agreement may stand elsewhere than the agreement's beginning. */
function placeOf({ columns }: PlacedRow, term: string | undefined): Locator {
  const places = (columns.places ?? {}) as Readonly<Record<string, Locator | undefined>>;
  return (term === undefined ? undefined : places[term]) ?? ((columns.locator ?? {}) as Locator);
}

function councilOf({ columns }: PlacedRow, nameOf: (dfeCode: string) => string): string | null {
  return typeof columns.dfeCode === "string" ? nameOf(columns.dfeCode) : null;
}
