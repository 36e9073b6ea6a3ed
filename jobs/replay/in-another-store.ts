import type { Context } from "@/context";
import type { CorrectableTable } from "@/domain/corrections/correction";

type Database = Context["database"];

interface ReadingIdentity {
  readonly publicationId: string;
  readonly snapshotSha256: string;
  readonly parserVersion: string;
  readonly origin: string;
  readonly url: string;
}

/**
 * The reading of the same document in another store: by the same reader if there's one, else the last.
 *
 * @throws when the document isn't read there
 */
export async function readingLike({ database }: Context, identity: ReadingIdentity): Promise<number> {
  const { publicationId, snapshotSha256, origin, url, parserVersion } = identity;
  const readings = await database.reading.findMany({
    where: { publicationId, snapshotSha256, origin, url },
    orderBy: [{ readAt: "desc" }, { id: "desc" }],
  });
  const like = readings.find((reading) => reading.parserVersion === parserVersion) ?? readings[0];
  if (!like) throw new Error(`${url} (${snapshotSha256}) hasn't been read there.`);
  return like.id;
}

interface Figure {
  readonly id: number;
  readonly series: string;
  readonly fingerprint: string;
  readonly snapshotSha256: string;
  readonly locator: unknown;
}

interface Figures {
  findUnique(args: { where: { id: number } }): Promise<Figure | null>;
  findMany(args: { where: Record<string, unknown>; orderBy: { id: "asc" } }): Promise<Figure[]>;
}

/**
 * The figure of the same place in the same document, as it counts in another store.
 *
 * @throws when there is none
 */
export async function figureLike(
  live: Database,
  other: Database,
  table: CorrectableTable,
  id: number,
): Promise<number> {
  const figure = await (live[table] as unknown as Figures).findUnique({ where: { id } });
  if (!figure) throw new Error(`There is no figure ${table} ${id}.`);
  const { series, fingerprint, snapshotSha256 } = figure;
  const said = { series, fingerprint, snapshotSha256, currentFrom: { not: null }, currentUntil: null };
  const found = await (other[table] as unknown as Figures).findMany({ where: said, orderBy: { id: "asc" } });
  const place = JSON.stringify(figure.locator);
  const like = found.find(({ locator }) => JSON.stringify(locator) === place) ?? found[0];
  if (!like) throw new Error(`The figure ${series} of ${snapshotSha256} doesn't count there.`);
  return like.id;
}
