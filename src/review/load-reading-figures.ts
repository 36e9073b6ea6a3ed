import type { Context } from "@/context";
import { COUNTING, type PlacedRow } from "@/store/figure-tables";
import { draftFigures, rowsWhere } from "./edition-figures";

export interface ReadingFigures {
  /** What the document says: the drafts of a held reading, or what counts of a published one. */
  readonly figures: readonly PlacedRow[];
  /** What counts for the same edition today, to stand beside drafts. */
  readonly counting: readonly PlacedRow[];
}

/** A reading's figures, for a person who compares them with the snapshot; null when there is no such reading. */
export async function loadReadingFigures(
  { database }: Pick<Context, "database">,
  readingId: number,
): Promise<ReadingFigures | null> {
  return database.$transaction(async (transaction) => {
    const reading = await transaction.reading.findUnique({ where: { id: readingId } });
    if (!reading) return null;
    const { editionId, status } = reading;
    const counting = editionId === null ? [] : await rowsWhere(transaction, { editionId, ...COUNTING });
    const figures = status === "published" ? counting : await draftFigures(transaction, readingId);
    return { figures, counting };
  });
}
