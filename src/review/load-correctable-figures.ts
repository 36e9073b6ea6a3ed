import type { Context } from "@/context";
import { CORRECTABLE, CORRECTABLE_TABLES } from "@/domain/corrections/correction";
import { figureNamed } from "@/domain/corrections/figure-named";
import { COUNTING, type Transaction, tableOf } from "@/store/figure-tables";
import { correctedFigureName } from "@/wording/changed-figures";
import type { FigureAddress } from "./figure-address";
import { ReviewProblem } from "./review-problem";

/** A published sum that could be corrected. */
export interface PublishedFigure {
  readonly address: FigureAddress;
  /** "Deficit at 31 March 2025, after DfE money (net)". */
  readonly name: string;
  readonly agreementVersion: string | null;
  readonly publishedPence: bigint;
  /** Where it was published: the publication and the document's address. */
  readonly publication: string;
  readonly url: string;
}

/**
 * The sums that count of one council, as published, by table and year.
 *
 * @param council its DfE code or slug
 * @throws ReviewProblem when there is no such council
 */
export async function loadCorrectableFigures(
  { database }: Pick<Context, "database">,
  council: string,
): Promise<PublishedFigure[]> {
  const authority = await database.authority.findFirst({
    where: { OR: [{ dfeCode: council.toUpperCase() }, { slug: council.toLowerCase() }] },
  });
  if (!authority) throw new ReviewProblem("no-such-council", `There is no council "${council}".`);
  const figures: PublishedFigure[] = [];
  for (const table of CORRECTABLE_TABLES) {
    const rows = await tableOf(database as Transaction, table).findMany({
      where: { ...COUNTING, dfeCode: authority.dfeCode },
    });
    const readings = await database.reading.findMany({
      where: { id: { in: [...new Set(rows.map(({ readingId }) => readingId))] } },
      select: { id: true, publicationId: true, url: true },
    });
    const readingById = new Map(readings.map((reading) => [reading.id, reading]));
    for (const row of rows.toSorted((a, b) => a.series.localeCompare(b.series) || a.id - b.id)) {
      for (const column of CORRECTABLE[table]) {
        const published = row[column];
        const reading = readingById.get(row.readingId);
        if (typeof published !== "bigint" || !reading) continue;
        const { subject, financialYear, agreementVersion } = figureNamed(table, column, row);
        figures.push({
          address: { table, id: row.id, column },
          name: correctedFigureName(subject, financialYear ?? undefined).replace(/,$/, ""),
          agreementVersion,
          publishedPence: published,
          publication: reading.publicationId,
          url: reading.url,
        });
      }
    }
  }
  return figures;
}
