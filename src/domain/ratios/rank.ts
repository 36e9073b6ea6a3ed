/** A council with what it is ranked by; null where that is missing. */
export interface Ranked {
  readonly dfeCode: string;
  readonly value: number | null;
}

/** A place among councils; 1 is the largest. */
export interface Rank {
  readonly rank: number;
  /** How many of them have a figure. */
  readonly of: number;
  /** How many others share the place. */
  readonly tiedWith: number;
}

/**
 * A council's place among others, the largest first; equals share the better place, and the next one is left
 * out (1, 2=, 2=, 4). Those without a figure are neither counted nor placed.
 *
 * @param group councils on one basis, scope and year; the council itself may be among them or not
 * @returns null where the council has no figure
 */
export function rankAmong(council: Ranked, group: readonly Ranked[]): Rank | null {
  const { value } = council;
  if (value === null) return null;
  const others = group.flatMap((other) =>
    other.dfeCode === council.dfeCode || other.value === null ? [] : [other.value],
  );
  return {
    rank: others.filter((other) => other > value).length + 1,
    of: others.length + 1,
    tiedWith: others.filter((other) => other === value).length,
  };
}
