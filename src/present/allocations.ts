import type { Allocation as AllocationRow } from "@/generated/prisma/client";
import type { Allocation } from "@/shapes/api-shapes";
import { correctionIn } from "./corrections";
import { compareEditions, type SourceBook } from "./figure-source";
import { greatestBy } from "./grouping";
import { gbpOrNull } from "./pounds";

/** Older published versions of one year first; an undated one is never newer than a dated one. */
export function compareVersions(a: AllocationRow, b: AllocationRow, book: SourceBook): number {
  return (
    (a.publishedOn ?? "").localeCompare(b.publishedOn ?? "") ||
    compareEditions(book.editionOf(a), book.editionOf(b)) ||
    a.id - b.id
  );
}

/** The rows that are the latest published version of their council and year. */
export function latestAllocations(
  rows: readonly AllocationRow[],
  book: SourceBook,
): ReadonlySet<AllocationRow> {
  const latest = greatestBy(
    rows,
    (row) => `${row.dfeCode} ${row.financialYear}`,
    (a, b) => compareVersions(a, b, book),
  );
  return new Set(latest.values());
}

export function presentAllocation(row: AllocationRow, latest: boolean, book: SourceBook): Allocation {
  const before = correctionIn(row, "beforeDeductionsPence");
  const after = correctionIn(row, "afterDeductionsPence");
  return {
    financialYear: row.financialYear,
    publishedOn: row.publishedOn,
    beforeDeductionsGbp: gbpOrNull(row.beforeDeductionsPence),
    afterDeductionsGbp: gbpOrNull(row.afterDeductionsPence),
    latest,
    ...(before ? { beforeDeductionsCorrection: before } : {}),
    ...(after ? { afterDeductionsCorrection: after } : {}),
    source: book.sourceOf(row),
  };
}

/** Oldest year first, versions of a year oldest first. */
export function presentAllocations(rows: readonly AllocationRow[], book: SourceBook): Allocation[] {
  const latest = latestAllocations(rows, book);
  return [...rows]
    .sort((a, b) => a.financialYear.localeCompare(b.financialYear) || compareVersions(a, b, book))
    .map((row) => presentAllocation(row, latest.has(row), book));
}
