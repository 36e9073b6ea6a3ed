import type { Correction, CorrectionState } from "./correction";

/** A figure that counts today, as far as it says whether another has taken its place. */
export interface CountingFigure {
  readonly table: string;
  readonly series: string;
  readonly fingerprint: string;
  /** Whose word it is: editions of one publication restate each other, rows of a register don't. */
  readonly statedBy: string;
  /** What it is a figure of beside its series: basis and scope. */
  readonly footing: string;
  /** Of its edition, in an order that text has too: the day of publication, then the edition's name. */
  readonly edition: string;
}

/**
 * Whether a correction still counts.
 *
 * It is overtaken once the figure doesn't count any more, or a newer edition of the same publication says
 * something else. Should the publisher go back to the figure that was corrected, it counts again.
 */
export function correctionState(
  correction: Pick<Correction, "table" | "series" | "fingerprint"> & { readonly withdrawn: boolean },
  counting: readonly CountingFigure[],
): CorrectionState {
  if (correction.withdrawn) return "withdrawn";
  const { table, series, fingerprint } = correction;
  const versions = counting.filter((figure) => figure.table === table && figure.series === series);
  const stands = versions.some(
    (figure) =>
      figure.fingerprint === fingerprint && !versions.some((other) => takesThePlaceOf(other, figure)),
  );
  return stands ? "applies" : "overtaken";
}

function takesThePlaceOf(other: CountingFigure, figure: CountingFigure): boolean {
  return (
    other.fingerprint !== figure.fingerprint &&
    other.statedBy === figure.statedBy &&
    other.footing === figure.footing &&
    other.edition > figure.edition
  );
}
