import { earliestDay, latestDay, type PartialDate } from "../calendar-date";

/** Whether `a` was certainly after `b`: of a date known in part no day is assumed, and of none nothing is certain. */
export function surelyAfter(a: PartialDate | null, b: PartialDate | null): boolean {
  return a !== null && b !== null && earliestDay(a) > latestDay(b);
}

/** The same, where the very same day counts too: a page may tell of two things at once. */
export function surelyNotBefore(a: PartialDate | null, b: PartialDate | null): boolean {
  return a !== null && b !== null && earliestDay(a) >= latestDay(b);
}

/**
 * Those of which no other is certainly later: one, or several where dates are known only in part. What has
 * no date counts only where nothing has one.
 */
export function latestOf<Row extends { readonly publishedOn: PartialDate | null }>(
  rows: readonly Row[],
): readonly Row[] {
  const dated = rows.filter(({ publishedOn }) => publishedOn !== null);
  if (dated.length === 0) return rows;
  return dated.filter((row) => !dated.some(({ publishedOn }) => surelyAfter(publishedOn, row.publishedOn)));
}
