import type { Correction } from "@/domain/corrections/correction";
import { describeLocator, type Locator, type Origin } from "@/domain/provenance";
import type { Prisma } from "@/generated/prisma/client";
import type { Source } from "@/shapes/api-shapes";
import type { CurrentFigures } from "./current-figures";

/** What every figure row says of where it comes from. */
export interface FigureRow {
  readonly id: number;
  readonly readingId: number;
  readonly editionId: number;
  readonly snapshotSha256: string;
  readonly locator: Prisma.JsonValue;
  readonly confidence: string | null;
  readonly citationTitle: string | null;
  readonly citationUrl: string | null;
  /** What `currentFigures` found corrected in it. */
  readonly corrections?: readonly Correction[];
}

export interface FigureEdition {
  readonly id: number;
  readonly key: string;
  readonly publishedOn: string | null;
}

export const SOURCE_READING = {
  id: true,
  publicationId: true,
  origin: true,
  publication: { select: { landingPage: true, licence: true } },
  capture: {
    select: { url: true, title: true, retrievedAt: true, citationTitle: true, citationUrl: true, note: true },
  },
} as const satisfies Prisma.ReadingSelect;

export type SourceReading = Prisma.ReadingGetPayload<{ select: typeof SOURCE_READING }>;

/** Where the figures of some rows come from: their readings and editions, fetched once for all of them. */
export interface SourceBook {
  sourceOf(row: FigureRow): Source;
  editionOf(row: FigureRow): FigureEdition;
  publicationOf(row: FigureRow): string;
}

export async function openSourceBook(
  figures: CurrentFigures,
  ...lists: readonly (readonly FigureRow[])[]
): Promise<SourceBook> {
  const readingIds = new Set<number>();
  const editionIds = new Set<number>();
  for (const row of lists.flat()) {
    readingIds.add(row.readingId);
    editionIds.add(row.editionId);
  }
  const [readings, editions] = await Promise.all([
    figures.reading.findMany({ where: { id: { in: [...readingIds] } }, select: SOURCE_READING }),
    figures.edition.findMany({
      where: { id: { in: [...editionIds] } },
      select: { id: true, key: true, publishedOn: true },
    }),
  ]);
  const readingById = new Map(readings.map((reading) => [reading.id, reading]));
  const editionById = new Map(editions.map((edition) => [edition.id, edition]));

  const readingOf = (row: FigureRow) => held(readingById.get(row.readingId), "reading", row.readingId);
  return {
    sourceOf: (row) => figureSource(row, readingOf(row)),
    editionOf: (row) => held(editionById.get(row.editionId), "edition", row.editionId),
    publicationOf: (row) => readingOf(row).publicationId,
  };
}

function held<T>(value: T | undefined, what: string, id: number): T {
  if (value === undefined) throw new Error(`A figure names ${what} ${id}, which isn't in the store.`);
  return value;
}

export type PlaceInDocument = Pick<
  FigureRow,
  "snapshotSha256" | "locator" | "confidence" | "citationTitle" | "citationUrl"
>;

/**
 * Where a figure comes from, for people and programs.
 *
 * A live document is its own source. Our archive and register only repeat what somebody published, so
 * there the page they took it from is named and linked, as near to the figure as a citation is held.
 */
export function figureSource(row: PlaceInDocument, reading: SourceReading): Source {
  const { capture, publication } = reading;
  const origin = reading.origin as Origin;
  const live = origin === "live";
  const citationTitle = row.citationTitle ?? capture.citationTitle;
  const url = live ? capture.url : (row.citationUrl ?? capture.citationUrl ?? publication.landingPage);
  const note = origin === "archive" ? facsimileNote(citationTitle, capture.note) : undefined;
  return {
    publication: reading.publicationId,
    title: live ? capture.title : (citationTitle ?? capture.title),
    url,
    snapshotSha256: row.snapshotSha256,
    retrievedAt: capture.retrievedAt.toISOString(),
    locator: row.locator as Locator,
    origin,
    licence: publication.licence,
    ...(row.confidence === null ? {} : { confidence: row.confidence as Source["confidence"] }),
    ...(note === undefined ? {} : { note }),
  };
}

/** @param ofDocument what the archive's manifest says of the document: of an invented one nothing was rebuilt */
function facsimileNote(citationTitle: string | null, ofDocument: string | null): string {
  if (ofDocument?.startsWith("Invented")) return ofDocument;
  const note = "Rebuilt from published figures; cell of our facsimile.";
  return citationTitle === null ? note : `${note} Figures taken from: ${citationTitle}`;
}

/** With the register's account of what its source says: "more than this", "before DfE money". */
export function inItsWords(source: Source, wording: string | null): Source {
  return wording === null || source.note !== undefined ? source : { ...source, note: wording };
}

/** The document as a whole, for sums over many of its cells. */
export function wholeDocument(source: Source): Source {
  const { path, sheet } = source.locator;
  const locator = { ...(path === undefined ? {} : { path }), ...(sheet === undefined ? {} : { sheet }) };
  return { ...source, locator };
}

export function locatorInWords(source: Source): string {
  return describeLocator(source.locator);
}

/** Older editions first. One without a date is older than any with one: nothing says that it is the news. */
export function compareEditions(a: FigureEdition, b: FigureEdition): number {
  return (
    (a.publishedOn ?? "").localeCompare(b.publishedOn ?? "") || a.key.localeCompare(b.key) || a.id - b.id
  );
}
