import { CORRECTABLE, type CorrectableTable, type Correction } from "./correction";

export interface CorrectableRow {
  readonly series: string;
  readonly fingerprint: string;
}

export type Corrected<Row> = Row & {
  /** What was corrected in it; empty where it stands as published. */
  readonly corrections: readonly Correction[];
};

/**
 * Rows with the corrected sums in place of the published ones, each with the corrections made in it.
 *
 * A correction is of exactly the figure it was made for: one series, one fingerprint, the sum that was published.
 * Anything else stays as it is. Of two corrections of one sum the later counts.
 *
 * @param corrections that apply, oldest first
 */
export function applyCorrections<Row extends CorrectableRow>(
  table: CorrectableTable,
  rows: readonly Row[],
  corrections: readonly Correction[],
): Corrected<Row>[] {
  const byFigure = new Map<string, Map<string, Correction>>();
  for (const correction of corrections) {
    if (
      correction.table !== table ||
      !(CORRECTABLE[table] as readonly string[]).includes(correction.column)
    ) {
      continue;
    }
    const key = keyOf(correction);
    byFigure.set(key, (byFigure.get(key) ?? new Map()).set(correction.column, correction));
  }
  return rows.map((row) => {
    const columns = { ...row } as Readonly<Record<string, unknown>>;
    const made = [...(byFigure.get(keyOf(row))?.values() ?? [])].filter(
      ({ column, publishedPence }) => columns[column] === publishedPence,
    );
    const sums = Object.fromEntries(made.map(({ column, correctedPence }) => [column, correctedPence]));
    return { ...row, ...sums, corrections: made };
  });
}

function keyOf({ series, fingerprint }: CorrectableRow): string {
  return `${series}\u0000${fingerprint}`;
}
