import { assignCells } from "./assign-cells";
import { besides, type Cell, centreOf, distance, nameOf, type Place } from "./hex-grid";
import { settle } from "./settle";
import { type Centroid, onThePlane, spreadOut } from "./spread-out";

/** The best of twelve rows of dice: the fewest regions torn, and the most neighbours side by side. */
const SEED = 12;

/**
 * A cell for every council, no two in one: spread out until nobody overlaps, put on the grid at the least cost of
 * moving, then exchanged as long as an exchange brings neighbours nearer. The same centroids give the same map.
 */
export function layOut<Council extends Centroid>(
  councils: readonly Council[],
  seed = SEED,
): (Council & { readonly cell: Cell })[] {
  const plane = onThePlane(councils);
  const spread = spreadOut(plane);
  const grid = cellsAround(spread);
  const costs = spread.map((place) => grid.map((cell) => distance(place, centreOf(cell)) ** 2));
  const cells = assignCells(costs).map((index) => grid[index] ?? { column: 0, row: 0 });
  const settled = settle({
    cells,
    grid,
    wanted: spread,
    plane,
    regions: councils.map(({ region }) => region),
    seed,
  });
  const [left, top] = [
    Math.min(...settled.map(({ column }) => column)),
    Math.min(...settled.map(({ row }) => row)),
  ];
  // Rows move by twos, so that the odd ones stay odd.
  const up = top - (((top % 2) + 2) % 2);
  return councils.map((council, index) => {
    const { column, row } = settled[index] ?? { column: 0, row: 0 };
    return { ...council, cell: { column: column - left, row: row - up } };
  });
}

/** All cells under the places and one ring around them. */
function cellsAround(places: readonly Place[]): Cell[] {
  const found = new Map<string, Cell>();
  for (const { x, y } of places) {
    const row = Math.round(y / (Math.sqrt(3) / 2));
    const cell = { column: Math.round(x - (Math.abs(row % 2) === 1 ? 0.5 : 0)), row };
    for (const one of [cell, ...besides(cell), ...besides(cell).flatMap(besides)])
      found.set(nameOf(one), one);
  }
  return [...found.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
