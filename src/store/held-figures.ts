import type { HeldFigure } from "@/domain/changes/compare-figures";
import type { Origin } from "@/domain/provenance";
import { type ComparedTable, comparedFigures } from "./compared-figures";
import { COUNTING, type StoredFigure, type Transaction } from "./figure-tables";

type HeldRow = StoredFigure & { readonly reading: { readonly runId: string; readonly url: string } };

interface HeldRows {
  findMany(args: {
    where: Record<string, unknown>;
    include: { reading: { select: { runId: true; url: true } } };
    orderBy: { id: "asc" };
  }): Promise<HeldRow[]>;
}

/** The figures of a publication that count, of all its editions, in one query for each table. */
export async function heldFigures(
  transaction: Transaction,
  { publicationId, runId }: { readonly publicationId: string; readonly runId: string },
  tables: readonly ComparedTable[],
): Promise<HeldFigure[]> {
  if (tables.length === 0) return [];
  const editions = await transaction.edition.findMany({ where: { publicationId } });
  const editionById = new Map(editions.map((edition) => [edition.id, edition]));
  const held: HeldFigure[] = [];
  for (const table of tables) {
    const rows = await (transaction[table] as unknown as HeldRows).findMany({
      where: { ...COUNTING, editionId: { in: [...editionById.keys()] } },
      include: { reading: { select: { runId: true, url: true } } },
      orderBy: { id: "asc" },
    });
    for (const row of rows) {
      const edition = editionById.get(row.editionId);
      if (!edition) continue;
      const figures = comparedFigures(table, row, {
        edition: edition.key,
        origin: edition.origin as Origin,
        publishedOn: edition.publishedOn,
        snapshotSha256: row.snapshotSha256,
        url: row.reading.url,
      });
      held.push(...figures.map((figure) => ({ ...figure, ofThisRun: row.reading.runId === runId })));
    }
  }
  return held;
}
