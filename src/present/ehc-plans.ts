import type { MissingReason } from "@/domain/published-value";
import type { EhcPlanCount } from "@/generated/prisma/client";
import type { EhcPlans } from "@/shapes/api-shapes";
import { compareEditions, type SourceBook } from "./figure-source";
import { greatestBy } from "./grouping";

/**
 * One count for each council and year, oldest year first: every yearly release repeats the years before it, and the newest one counts.
 */
export function newestCounts(rows: readonly EhcPlanCount[], book: SourceBook): EhcPlanCount[] {
  const newest = greatestBy(
    rows,
    (row) => `${row.dfeCode} ${row.year}`,
    (a, b) => compareEditions(book.editionOf(a), book.editionOf(b)) || a.id - b.id,
  );
  return [...newest.values()].sort((a, b) => a.year - b.year);
}

export function presentEhcPlans(row: EhcPlanCount, book: SourceBook): EhcPlans {
  return {
    year: row.year,
    plans: row.plans,
    ...(row.missing === null ? {} : { missing: row.missing as MissingReason }),
    source: book.sourceOf(row),
  };
}
