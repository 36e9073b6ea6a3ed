import { around, EMPTY_CELL, type TableBlock, type TableCell } from "./document-layout";
import { joinedLines } from "./join-lines";
import { areaOf, type Line, linesOf, type Piece, textOf } from "./read-pdf-lines";
import type { Rule } from "./read-pdf-rules";
import type { PdfPage } from "./read-pdf-turns";

/** A table between ruled lines: where it stands and what its cells say. */
export interface Grid {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly table: TableBlock;
}

const NEAR = 3;
/** Hatching and graph paper have more fields than a table has cells. */
const MOST_FIELDS = 10_000;

/** The tables of a page whose cells are ruled off on both sides and above and below. */
export function gridsOf(page: PdfPage): Grid[] {
  return connected(page.rules).flatMap((rules) => {
    const grid = gridOf(page, rules);
    return grid ? [grid] : [];
  });
}

export function isInside(grid: Grid, { left, right, baseline, size }: Piece): boolean {
  const middle = baseline - size * 0.35;
  const centre = (left + right) / 2;
  return middle > grid.top && middle < grid.bottom && centre > grid.left && centre < grid.right;
}

const isUpright = ({ left, right, top, bottom }: Rule) => right - left < NEAR && bottom - top >= NEAR;
const isLevel = ({ left, right, top, bottom }: Rule) => bottom - top < NEAR && right - left >= NEAR;

function connected(rules: readonly Rule[]): Rule[][] {
  const lines = rules.filter((rule) => isUpright(rule) || isLevel(rule)).slice(0, 1_500);
  const groups: Rule[][] = [];
  const left = new Set(lines);
  for (const start of lines) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (let index = 0; index < group.length; index += 1) {
      const rule = group[index];
      if (!rule) break;
      for (const other of left) {
        if (!touches(rule, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function touches(a: Rule, b: Rule): boolean {
  return (
    a.left <= b.right + NEAR &&
    b.left <= a.right + NEAR &&
    a.top <= b.bottom + NEAR &&
    b.top <= a.bottom + NEAR
  );
}

function gridOf(page: PdfPage, rules: readonly Rule[]): Grid | null {
  const xs = places(rules.filter(isUpright).map(({ left, right }) => (left + right) / 2));
  const ys = places(rules.filter(isLevel).map(({ top, bottom }) => (top + bottom) / 2));
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null;
  if (xs.length < 3 || ys.length < 2 || xs.length * ys.length > MOST_FIELDS) return null;
  const upright = (x: number, y: number) =>
    rules.some(
      (rule) =>
        isUpright(rule) &&
        Math.abs((rule.left + rule.right) / 2 - x) < NEAR &&
        rule.top < y &&
        rule.bottom > y,
    );
  const level = (y: number, x: number) =>
    rules.some(
      (rule) =>
        isLevel(rule) && Math.abs((rule.top + rule.bottom) / 2 - y) < NEAR && rule.left < x && rule.right > x,
    );

  // Which cell each field of the grid belongs to: itself, or the one before or above where no line divides them.
  const columns = xs.length - 1;
  const home = new Map<number, number>();
  const find = (field: number): number => {
    const to = home.get(field);
    return to === undefined ? field : find(to);
  };
  for (let row = 0; row < ys.length - 1; row += 1) {
    const middle = between(ys, row);
    for (let column = 0; column < columns; column += 1) {
      const field = row * columns + column;
      if (column > 0 && !upright(xs[column] ?? 0, middle)) home.set(field, find(field - 1));
      else if (row > 0 && !level(ys[row] ?? 0, between(xs, column))) home.set(field, find(field - columns));
    }
  }

  const inside = page.runs.filter((run) => {
    const [x, y] = [(run.left + run.right) / 2, run.baseline - run.size * 0.35];
    return x > left && x < right && y > top && y < bottom;
  });
  if (inside.length === 0) return null;
  const filled = new Map<number, Piece[][]>();
  for (const line of linesOf(page, inside)) {
    for (const piece of line.pieces) {
      const row = slot(ys, piece.baseline - piece.size * 0.35);
      const column = slot(xs, (piece.left + piece.right) / 2);
      const cell = find(row * columns + column);
      const lines = filled.get(cell) ?? [];
      const last = lines.at(-1);
      if (last && Math.abs((last[0]?.baseline ?? 0) - piece.baseline) < 0.3 * piece.size) last.push(piece);
      else lines.push([piece]);
      filled.set(cell, lines);
    }
  }
  const rows: TableCell[][] = [];
  for (let row = 0; row < ys.length - 1; row += 1) {
    rows.push(
      Array.from({ length: columns }, (_, column) => {
        const field = row * columns + column;
        const cell = find(field);
        const lines = filled.get(cell) ?? [];
        if (lines.length === 0) return EMPTY_CELL;
        return {
          text: joinedLines(lines.map((pieces) => textOf({ pieces }))),
          repeated: cell !== field,
          place: { page: page.number, area: areaOf(page, lines.flat()) },
        };
      }),
    );
  }
  const areas = rows.flat().map(({ place }) => place.area);
  return {
    top,
    bottom,
    left,
    right,
    table: {
      kind: "table",
      rows: rows.filter((cells) => cells.some(({ text }) => text !== "")),
      place: { page: page.number, area: around(areas) },
    },
  };
}

/** Lines drawn side by side, as each cell has borders of its own, are one. */
function places(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const kept: number[] = [];
  for (const value of sorted) if (kept.length === 0 || value - (kept.at(-1) ?? 0) > NEAR) kept.push(value);
  return kept;
}

function between(edges: readonly number[], index: number): number {
  return ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;
}

function slot(edges: readonly number[], value: number): number {
  const after = edges.findIndex((edge) => edge > value);
  return Math.min(Math.max((after === -1 ? edges.length : after) - 1, 0), edges.length - 2);
}

/** Lines without what stands in grids. */
export function outsideGrids(lines: readonly Line[], grids: readonly Grid[]): Line[] {
  return lines.flatMap((line) => {
    const pieces = line.pieces.filter((piece) => !grids.some((grid) => isInside(grid, piece)));
    if (pieces.length === line.pieces.length) return [line];
    return pieces.length === 0 ? [] : [{ ...line, pieces }];
  });
}
