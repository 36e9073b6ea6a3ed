import { distance, type Place } from "./hex-grid";

/** A council by where it lies: the centroid of its area in degrees. */
export interface Centroid {
  readonly dfeCode: string;
  readonly region: string;
  readonly latitude: number;
  readonly longitude: number;
}

const KM_PER_DEGREE = 111.2;
const MIDDLE_OF_ENGLAND = 52.9;
/** England's land divided by 153 hexagons: how far apart councils would lie if they were all alike. */
const KM_PER_CELL = 31;
const ROUNDS = 600;

/** Centroids on a plane, in cells, north at the top. */
export function onThePlane(councils: readonly Centroid[]): Place[] {
  const narrowing = Math.cos((MIDDLE_OF_ENGLAND / 180) * Math.PI);
  return councils.map(({ latitude, longitude }) => ({
    x: (longitude * narrowing * KM_PER_DEGREE) / KM_PER_CELL,
    y: ((MIDDLE_OF_ENGLAND - latitude) * KM_PER_DEGREE) / KM_PER_CELL,
  }));
}

/** For each place the `count` nearest others, nearest first. */
export function nearest(places: readonly Place[], count: number): number[][] {
  return places.map((place, own) =>
    places
      .map((other, index) => ({ index, away: distance(place, other) }))
      .filter(({ index }) => index !== own)
      .sort((a, b) => a.away - b.away || a.index - b.index)
      .slice(0, count)
      .map(({ index }) => index),
  );
}

/**
 * Every council as a circle of one size, crowds pushed apart and neighbours pulled together, until nobody overlaps
 * (Dorling 1996). Nothing is left to chance.
 */
export function spreadOut(places: readonly Place[]): Place[] {
  const neighbours = nearest(places, 5);
  const at = places.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round++) {
    const pull = 0.06 * (1 - round / ROUNDS);
    const moved = at.map(() => ({ x: 0, y: 0 }));
    for (const [a, place] of at.entries()) {
      for (const [b, other] of at.entries()) {
        const together = neighbours[a]?.includes(b) ?? false;
        if (a === b) continue;
        const away = Math.max(distance(place, other), 1e-6);
        const overlap = 1 - away;
        const by = overlap > 0 ? -0.22 * overlap : together ? pull * -overlap : 0;
        const move = moved[a];
        if (by === 0 || move === undefined) continue;
        move.x += ((other.x - place.x) / away) * by;
        move.y += ((other.y - place.y) / away) * by;
      }
    }
    for (const [index, place] of at.entries()) {
      place.x += moved[index]?.x ?? 0;
      place.y += moved[index]?.y ?? 0;
    }
  }
  return at;
}
