import { besides, type Cell, centreOf, distance, nameOf, type Place } from "./hex-grid";
import { nearest } from "./spread-out";

const NEIGHBOURS = { any: 4, ofTheRegion: 3 } as const;
/** What holds a region together counts for more than who else is near. */
const WEIGHT_OF_BOND = 1;
const PROPOSALS_EACH = 6_000;
/** A move that makes the map worse by this much is still taken with a chance of 1 in e, at first and at last. */
const HEAT = { first: 3, last: 0.02 } as const;
/** What each fault costs, set against neighbours that lie one cell too far apart. */
const COST = { away: 0.14, wrongWay: 1.1, foreign: 0.7, free: 0.7 } as const;

interface Unsettled {
  readonly cells: readonly Cell[];
  /** Every cell that may be taken. */
  readonly grid: readonly Cell[];
  /** Where each council would stand if there were no grid. */
  readonly wanted: readonly Place[];
  /** Where each council lies. */
  readonly plane: readonly Place[];
  readonly regions: readonly string[];
  /** Where the row of dice begins. */
  readonly seed: number;
}

/**
 * Exchanges two councils, or moves one to a free cell: at first nearly at will, later only for the better, so that
 * the map doesn't stay in the first best place (simulated annealing). The dice are a fixed row of numbers.
 */
export function settle({ cells, grid, wanted, plane, regions, seed }: Unsettled): Cell[] {
  const indexOf = new Map(grid.map((cell, index) => [nameOf(cell), index]));
  const sides = grid.map((cell) => besides(cell).map((beside) => indexOf.get(nameOf(beside)) ?? -1));
  const centres = grid.map(centreOf);
  const at = cells.map((cell) => indexOf.get(nameOf(cell)) ?? 0);
  const holder = grid.map((_, index) => at.indexOf(index));
  const links = linksOf(plane, regions);
  const dice = diceOf(seed);
  const proposals = PROPOSALS_EACH * at.length;

  const costOf = (council: number): number => {
    const cell = at[council] ?? 0;
    const here = centres[cell] ?? ORIGIN;
    const want = wanted[council] ?? here;
    let cost = COST.away * ((here.x - want.x) ** 2 + (here.y - want.y) ** 2);
    for (const { other, x, y, weight } of links[council] ?? []) {
      const there = centres[at[other] ?? 0] ?? ORIGIN;
      const [dx, dy] = [there.x - here.x, there.y - here.y];
      const apart = Math.sqrt(dx * dx + dy * dy);
      cost += weight * (Math.max(0, apart - 1) ** 1.3 + COST.wrongWay * (1 - (dx * x + dy * y) / apart));
    }
    for (const side of sides[cell] ?? []) {
      const beside = side < 0 ? -1 : (holder[side] ?? -1);
      if (beside < 0) cost += COST.free;
      else if (regions[beside] !== regions[council]) cost += COST.foreign;
    }
    return cost;
  };
  const change = (council: number, from: number, to: number, other: number) => {
    at[council] = to;
    holder[to] = council;
    holder[from] = other;
    if (other >= 0) at[other] = from;
  };

  for (let proposal = 0; proposal < proposals; proposal++) {
    const heat = HEAT.first * (HEAT.last / HEAT.first) ** (proposal / proposals);
    const council = Math.floor(dice() * at.length);
    const from = at[council] ?? 0;
    // Mostly to where a neighbour's side is, else anywhere.
    const friends = links[council] ?? [];
    const friend = friends[Math.floor(dice() * friends.length)]?.other ?? 0;
    const near = sides[dice() < 0.5 ? from : (at[friend] ?? 0)] ?? [];
    const to = dice() < 0.9 ? (near[Math.floor(dice() * 6)] ?? -1) : Math.floor(dice() * grid.length);
    if (to < 0 || to === from) continue;
    const other = holder[to] ?? -1;
    // Each side between two is counted at both, so what changes around them is counted once more.
    const before = costOf(council) + (other < 0 ? 0 : costOf(other));
    const aroundBefore = around(from, to, council, other);
    change(council, from, to, other);
    const after = costOf(council) + (other < 0 ? 0 : costOf(other));
    const worse = after - before + around(from, to, council, other) - aroundBefore;
    if (worse > 0 && dice() >= Math.exp(-worse / heat)) {
      change(council, to, from, other);
      if (other < 0) holder[to] = -1;
    }
  }
  return at.map((index) => grid[index] ?? { column: 0, row: 0 });

  /** What the councils beside both cells pay for their sides. */
  function around(from: number, to: number, council: number, other: number): number {
    let cost = 0;
    for (const cell of [from, to]) {
      for (const side of sides[cell] ?? []) {
        const beside = side < 0 ? -1 : (holder[side] ?? -1);
        if (beside < 0 || beside === council || beside === other) continue;
        const held = holder[cell] ?? -1;
        if (held < 0) cost += COST.free;
        else if (regions[held] !== regions[beside]) cost += COST.foreign;
      }
    }
    return cost;
  }
}

interface Link {
  readonly other: number;
  /** The direction in which the other lies, of length 1. */
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

const ORIGIN: Place = { x: 0, y: 0 };

/** For each council those near to it, and those to whom it is near. */
function linksOf(plane: readonly Place[], regions: readonly string[]): Link[][] {
  const inOrder = nearest(plane, plane.length);
  const near = inOrder.map((others, council) => [
    ...others.slice(0, NEIGHBOURS.any),
    ...others.filter((other) => regions[other] === regions[council]).slice(0, NEIGHBOURS.ofTheRegion),
  ]);
  const bonds = bondsOf(plane, regions);
  return plane.map((place, council) => {
    const mutual = (other: number) =>
      count(near[council], other) +
      count(near[other], council) +
      (bonds.has(`${council} ${other}`) ? WEIGHT_OF_BOND : 0);
    return plane.flatMap((there, other) => {
      const weight = other === council ? 0 : mutual(other);
      const apart = Math.hypot(there.x - place.x, there.y - place.y);
      return weight === 0
        ? []
        : [{ other, x: (there.x - place.x) / apart, y: (there.y - place.y) / apart, weight }];
    });
  });
}

/** The shortest tree that joins each region's councils (Prim 1957), as pairs both ways. */
function bondsOf(plane: readonly Place[], regions: readonly string[]): Set<string> {
  const bonds = new Set<string>();
  for (const region of new Set(regions)) {
    const [first, ...rest] = [...plane.keys()].filter((council) => regions[council] === region);
    const joined = first === undefined ? [] : [first];
    const left = new Set(rest);
    while (left.size > 0) {
      const pairs = joined.flatMap((from) => [...left].map((to) => ({ from, to })));
      const { from, to } = pairs.reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a));
      bonds.add(`${from} ${to}`).add(`${to} ${from}`);
      joined.push(to);
      left.delete(to);
    }
  }
  return bonds;

  function lengthOf({ from, to }: { readonly from: number; readonly to: number }): number {
    return distance(plane[from] ?? ORIGIN, plane[to] ?? ORIGIN);
  }
}

function count(list: readonly number[] = [], wanted: number): number {
  return list.filter((one) => one === wanted).length;
}

/** The same row of numbers between 0 and 1 every time (mulberry32). */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
