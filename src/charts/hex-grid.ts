import type { HexCell } from "./england-hexes";

/** The distance between the middles of two neighbouring cells, in units of the drawing. */
export const CELL = 40;
const ROW = (CELL * Math.sqrt(3)) / 2;
/** From the middle of a cell to its corner. */
const CORNER = CELL / Math.sqrt(3);

export interface Point {
  readonly x: number;
  readonly y: number;
}

type Cell = Pick<HexCell, "column" | "row">;

/** The middle of a cell, with room for half a cell before the first column and row. */
export function middleOf({ column, row }: Cell): Point {
  return { x: round((column + 0.5 + (row % 2 === 0 ? 0 : 0.5)) * CELL), y: round(CORNER + row * ROW) };
}

/** How large a drawing of these cells is. */
export function sizeOf(cells: readonly Cell[]): { readonly width: number; readonly height: number } {
  const middles = cells.map(middleOf);
  return {
    width: round(Math.max(0, ...middles.map(({ x }) => x)) + CELL / 2),
    height: round(Math.max(0, ...middles.map(({ y }) => y)) + CORNER),
  };
}

/** The outline of a cell around its middle; `share` of 1 meets its neighbours. */
export function outline(share: number): string {
  const corners = [0, 1, 2, 3, 4, 5].map((corner) => cornerAt({ x: 0, y: 0 }, corner, share));
  return `M${corners.map(({ x, y }) => `${x} ${y}`).join("L")}Z`;
}

/** The sides at which two regions meet, as one path: drawn in the paper's colour it parts them. */
export function borders(cells: readonly (Cell & { readonly region: string })[]): string {
  const regionAt = new Map(cells.map((cell) => [`${cell.column} ${cell.row}`, cell.region]));
  return cells
    .flatMap((cell) => {
      const middle = middleOf(cell);
      // The sides to the right and below: each side between two cells is met once.
      return [0, 1, 2].flatMap((side) => {
        const beside = regionAt.get(nameOf(besideOf(cell, side)));
        if (beside === undefined || beside === cell.region) return [];
        const [from, to] = [cornerAt(middle, side, 1), cornerAt(middle, (side + 5) % 6, 1)];
        return [`M${from.x} ${from.y}L${to.x} ${to.y}`];
      });
    })
    .join("");
}

function besideOf({ column, row }: Cell, side: number): Cell {
  const shift = row % 2 === 0 ? 0 : 1;
  if (side === 0) return { column: column + 1, row };
  return { column: column + shift - (side === 1 ? 0 : 1), row: row + 1 };
}

function nameOf({ column, row }: Cell): string {
  return `${column} ${row}`;
}

/** Corner 0 is the lower one on the right; the others follow clockwise. */
function cornerAt({ x, y }: Point, corner: number, share: number): Point {
  const angle = Math.PI / 6 + (corner * Math.PI) / 3;
  return {
    x: round(x + CORNER * share * Math.cos(angle)),
    y: round(y + CORNER * share * Math.sin(angle)),
  };
}

function round(units: number): number {
  return Math.round(units * 10) / 10;
}
