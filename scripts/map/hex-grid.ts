/** A cell of the grid: rows of hexagons that stand on a point, odd rows half a cell to the right. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** A place in units of the distance between two neighbouring cells, y downwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const ROW_HEIGHT = Math.sqrt(3) / 2;

export function centreOf({ column, row }: Cell): Place {
  return { x: column + (isOdd(row) ? 0.5 : 0), y: row * ROW_HEIGHT };
}

/** The six cells that share an edge. */
export function besides({ column, row }: Cell): Cell[] {
  const shift = isOdd(row) ? 1 : 0;
  return [
    { column: column - 1, row },
    { column: column + 1, row },
    { column: column - 1 + shift, row: row - 1 },
    { column: column + shift, row: row - 1 },
    { column: column - 1 + shift, row: row + 1 },
    { column: column + shift, row: row + 1 },
  ];
}

export function nameOf({ column, row }: Cell): string {
  return `${column} ${row}`;
}

export function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function isOdd(row: number): boolean {
  return Math.abs(row % 2) === 1;
}
