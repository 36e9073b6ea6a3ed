import type { Context } from "@/context";
import { type FinancialYear, yearAfter, yearBefore } from "@/domain/financial-year";
import { pence } from "@/domain/money";
import type { HeldAllocation, Publication } from "@/sources/publication";

/**
 * The high needs blocks before deductions that count for these years and the ones next to them; of
 * several versions of a year the latest published.
 */
export async function loadHeldAllocations(
  { database }: Pick<Context, "database">,
  publication: Publication,
  years: readonly FinancialYear[],
): Promise<readonly HeldAllocation[]> {
  const around = [...new Set(years.flatMap((year) => [yearBefore(year), year, yearAfter(year)]))];
  const rows = await database.allocation.findMany({
    where: {
      financialYear: { in: around },
      currentFrom: { not: null },
      currentUntil: null,
      beforeDeductionsPence: { not: null },
      reading: { publicationId: publication.id },
    },
    select: { dfeCode: true, financialYear: true, beforeDeductionsPence: true },
    orderBy: [{ publishedOn: { sort: "asc", nulls: "first" } }, { id: "asc" }],
  });
  return rows.map((row) => ({
    dfeCode: row.dfeCode,
    financialYear: row.financialYear as FinancialYear,
    beforeDeductions: pence(Number(row.beforeDeductionsPence)),
  }));
}
