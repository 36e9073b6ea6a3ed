import type { FigureRef } from "@/domain/verdicts/held-figures";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import type { Source } from "@/shapes/api-shapes";
import type { EvidencePlace } from "@/store/stored-evidence";
import { groupBy } from "./grouping";
import { openPlaceBook } from "./place-book";

const PLACE = {
  id: true,
  readingId: true,
  snapshotSha256: true,
  locator: true,
  confidence: true,
  citationTitle: true,
  citationUrl: true,
  checked: true,
} as const;

type PlacedRow = Omit<EvidencePlace, "locator" | "wording"> & {
  readonly id: number;
  readonly locator: Prisma.JsonValue;
};

interface PlacedRows {
  findMany(args: { where: { id: { in: number[] } }; select: typeof PLACE }): Promise<PlacedRow[]>;
}

/** Where the rows that a trend or a difference was made of were read; one query for each of their tables. */
export interface ReferredRows {
  /** Each place once, in the order of the references. */
  sourcesOf(refs: readonly FigureRef[]): Source[];
}

export async function openReferredRows(
  database: PrismaClient,
  refs: readonly FigureRef[],
): Promise<ReferredRows> {
  const places = new Map<string, EvidencePlace>();
  for (const [table, ofTable] of groupBy(refs, (ref) => ref.table)) {
    const rows = database[table as "outturn"] as unknown as PlacedRows;
    const ids = [...new Set(ofTable.map(({ id }) => id))];
    for (const { id, locator, ...row } of await rows.findMany({
      where: { id: { in: ids } },
      select: PLACE,
    })) {
      places.set(`${table}:${id}`, { ...row, locator: locator as EvidencePlace["locator"], wording: null });
    }
  }
  const book = await openPlaceBook(database, places.values());
  return {
    sourcesOf(asked) {
      const keys = [...new Set(asked.map(({ table, id }) => `${table}:${id}`))];
      return keys.flatMap((key) => {
        const place = places.get(key);
        return place ? [book.sourceOf(place)] : [];
      });
    },
  };
}
