import { besides, type Cell, centreOf, distance, nameOf, type Place } from "./hex-grid";
import { type Centroid, nearest, onThePlane } from "./spread-out";

/** A council and its cell. */
export interface Placed extends Centroid {
  readonly cell: Cell;
}

export interface Fit {
  /** Of pairs of nearest councils (four each), the share whose cells share an edge. */
  readonly adjacent: number;
  /** Mean distance of the cells of such pairs; 1 is the least. */
  readonly apart: number;
  /** Of such pairs, the share whose direction on the map is within 60° of the real one. */
  readonly rightWay: number;
  /** Regions whose cells don't hang together. */
  readonly broken: readonly string[];
}

/** How well a layout keeps what lies side by side. */
export function fitOf(placed: readonly Placed[]): Fit {
  const plane = onThePlane(placed);
  const pairs = nearest(plane, 4).flatMap((others, index) => others.map((other) => [index, other] as const));
  const centres = placed.map(({ cell }) => centreOf(cell));
  const of = (pick: (a: number, b: number) => number) =>
    pairs.reduce((sum, [a, b]) => sum + pick(a, b), 0) / pairs.length;
  const away = (a: number, b: number) => distance(centres[a] ?? { x: 0, y: 0 }, centres[b] ?? { x: 0, y: 0 });
  const regions = [...new Set(placed.map(({ region }) => region))];
  return {
    adjacent: of((a, b) => (away(a, b) < 1.01 ? 1 : 0)),
    apart: of(away),
    rightWay: of((a, b) => (cosine(plane[a], plane[b], centres[a], centres[b]) >= 0.5 ? 1 : 0)),
    broken: regions.filter(
      (region) => piecesOf(placed.filter((council) => council.region === region).map(({ cell }) => cell)) > 1,
    ),
  };
}

/** How many pieces cells fall into. */
export function piecesOf(cells: readonly Cell[]): number {
  const left = new Set(cells.map(nameOf));
  let pieces = 0;
  for (const first of cells) {
    if (!left.delete(nameOf(first))) continue;
    pieces += 1;
    const edge = [first];
    for (let cell = edge.pop(); cell !== undefined; cell = edge.pop()) {
      for (const beside of besides(cell)) if (left.delete(nameOf(beside))) edge.push(beside);
    }
  }
  return pieces;
}

/** The cosine of the angle between two directions: 1 for the same, -1 for the opposite. */
export function cosine(from = ZERO, to = ZERO, otherFrom = ZERO, otherTo = ZERO): number {
  const [ax, ay] = [to.x - from.x, to.y - from.y];
  const [bx, by] = [otherTo.x - otherFrom.x, otherTo.y - otherFrom.y];
  const lengths = Math.hypot(ax, ay) * Math.hypot(bx, by);
  return lengths === 0 ? 1 : (ax * bx + ay * by) / lengths;
}

const ZERO: Place = { x: 0, y: 0 };
