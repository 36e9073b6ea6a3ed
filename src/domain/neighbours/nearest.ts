import type { Money } from "../money";

/** What councils are likened by, all of one year; null where a figure isn't held. */
export interface Likeness {
  readonly dfeCode: string;
  /** London borough, metropolitan, unitary, county. */
  readonly type: string;
  readonly blockBeforeDeductions: Money | null;
  readonly ehcPlans: number | null;
  /** Of the block before deductions; negative for a surplus. */
  readonly deficitPercentOfBlock: number | null;
}

export interface Neighbour {
  readonly dfeCode: string;
  /** 0 is alike in all; the smaller the nearer. */
  readonly distance: number;
}

export const NEIGHBOUR_COUNT = 10;

/** For the methodology page, in plain words. */
export const NEIGHBOUR_METHOD = [
  "Neighbours here are the ten councils most alike by four figures that this site holds, of one year: the kind of council, the high needs block before deductions, the number of education, health and care plans, and the deficit as a percentage of that block.",
  "The block and the plans are compared by proportion (their logarithms), so that twice as large counts the same for small and large councils.",
  "Each of the three figures is divided by its standard deviation over all councils that have all of them; another kind of council counts as one standard deviation. The distance is the square root of the sum of the squares; equal distances go by DfE code.",
  "A council without one of the figures has no neighbours and is nobody’s neighbour.",
  "This is our own reading, made openly from published figures. It is not DfE’s or CIPFA’s list of statistical neighbours, and it says nothing of population, deprivation or need.",
] as const;

/**
 * The ten councils most alike, nearest first, by the method told in `NEIGHBOUR_METHOD`.
 *
 * @returns null where the council itself lacks a figure
 */
export function nearestTo(dfeCode: string, councils: readonly Likeness[]): readonly Neighbour[] | null {
  const placed = placesOf(councils);
  const own = placed.find((each) => each.dfeCode === dfeCode);
  if (!own) return null;
  return placed
    .filter((other) => other.dfeCode !== dfeCode)
    .map((other) => ({ dfeCode: other.dfeCode, distance: distanceBetween(own, other) }))
    .toSorted((a, b) => a.distance - b.distance || (a.dfeCode < b.dfeCode ? -1 : 1))
    .slice(0, NEIGHBOUR_COUNT);
}

interface Placed {
  readonly dfeCode: string;
  readonly type: string;
  /** In standard deviations. */
  readonly along: readonly number[];
}

/** Sorted first, so that sums of fractions come out the same whatever the order in which rows came. */
function placesOf(councils: readonly Likeness[]): readonly Placed[] {
  const complete = councils
    .flatMap((council) => {
      const measures = measuresOf(council);
      return measures === null ? [] : [{ dfeCode: council.dfeCode, type: council.type, measures }];
    })
    .toSorted((a, b) => (a.dfeCode < b.dfeCode ? -1 : 1));
  const deviations = [0, 1, 2].map((index) =>
    deviationOf(complete.map(({ measures }) => measures[index] ?? 0)),
  );
  return complete.map(({ measures, ...council }) => ({
    ...council,
    along: measures.map((measure, index) => measure / (deviations[index] || 1)),
  }));
}

function measuresOf({ blockBeforeDeductions, ehcPlans, deficitPercentOfBlock }: Likeness): number[] | null {
  if (blockBeforeDeductions === null || ehcPlans === null || deficitPercentOfBlock === null) return null;
  if (blockBeforeDeductions <= 0 || ehcPlans <= 0) return null;
  return [Math.log(blockBeforeDeductions), Math.log(ehcPlans), deficitPercentOfBlock];
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length);
}

function distanceBetween(a: Placed, b: Placed): number {
  const squares = a.along.map((place, index) => (place - (b.along[index] ?? place)) ** 2);
  const kind = a.type === b.type ? 0 : 1;
  return Math.sqrt(squares.reduce((total, square) => total + square, kind));
}
