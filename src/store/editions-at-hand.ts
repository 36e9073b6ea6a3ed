import type { CalendarDate } from "@/domain/calendar-date";
import type { FinancialYear } from "@/domain/financial-year";
import type { Origin } from "@/domain/provenance";
import type { Transaction } from "./figure-tables";

export interface StoredEditionAtHand {
  readonly publicationId: string;
  readonly title: string;
  readonly origin: Origin;
  readonly financialYear: FinancialYear | null;
  readonly publishedOn: CalendarDate | null;
}

/**
 * The editions that have come, whether their figures count or wait for a person: a publisher isn't late
 * with what lies here undecided. Oldest first.
 */
export async function editionsAtHand(
  database: Pick<Transaction, "edition">,
): Promise<readonly StoredEditionAtHand[]> {
  const editions = await database.edition.findMany({
    where: { OR: [{ currentReadingId: { not: null } }, { readings: { some: { status: "held" } } }] },
    orderBy: [
      { financialYear: { sort: "asc", nulls: "first" } },
      { publishedOn: { sort: "asc", nulls: "first" } },
      { id: "asc" },
    ],
  });
  return editions.map(({ publicationId, title, origin, financialYear, publishedOn }) => ({
    publicationId,
    title,
    origin: origin as Origin,
    financialYear: financialYear as FinancialYear | null,
    publishedOn: publishedOn as CalendarDate | null,
  }));
}
