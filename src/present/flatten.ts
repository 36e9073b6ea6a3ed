import { z } from "zod";
import { correctionShape, type Source, sourceShape } from "@/shapes/api-shapes";
import { locatorInWords } from "./figure-source";

export type Cell = string | number | boolean | null;
export type FlatRow = Readonly<Record<string, Cell>>;

/** The last columns of every table: where the row comes from. */
export const SOURCE_COLUMNS = ["sourceTitle", "sourceUrl", "locator", "origin", "retrievedAt"] as const;

type Reach = (value: unknown) => unknown;

export interface Column {
  readonly name: string;
  /** What a cell that isn't empty may hold. */
  readonly values: z.ZodType;
  readonly mayBeEmpty: boolean;
  readonly cell: (row: unknown) => Cell;
}

/**
 * The columns of a shape, in its order:
 *
 * - a plain value is a column of its name
 * - a nested object is spread, its name before the inner ones: `after.safetyValve` is `afterSafetyValve`
 * - a source is five columns: title, address, the place in words, origin, and when it was fetched; the
 *   row's own source (or the first of its `sources`) comes last in the row and has no name before it
 * - a list of words is one column, its entries joined by ` | `
 * - a list of objects is a table of its own, and left out
 * - so is the correction that a figure may carry: the columns of the tables are promised, corrections have their own
 */
export function columnsOf(shape: z.ZodObject): readonly Column[] {
  const columns = Object.entries(shape.shape).flatMap(([key, inner]) =>
    columnsAt(key, inner as z.ZodType, (row) => (row as Record<string, unknown>)[key]),
  );
  const isOfSource = ({ name }: Column) => (SOURCE_COLUMNS as readonly string[]).includes(name);
  return [...columns.filter((column) => !isOfSource(column)), ...columns.filter(isOfSource)];
}

export function flatten(columns: readonly Column[], value: unknown): FlatRow {
  return Object.fromEntries(columns.map(({ name, cell }) => [name, cell(value)]));
}

function columnsAt(name: string, wrapped: z.ZodType, reach: Reach, withinEmpty = false): Column[] {
  const shape = unwrapped(wrapped);
  const mayBeEmpty = withinEmpty || shape !== wrapped;
  if (shape === sourceShape) return sourceColumns(name, reach, mayBeEmpty);
  if (shape === correctionShape && shape !== wrapped) return [];
  if (shape instanceof z.ZodArray) {
    const element = unwrapped(shape.element as z.ZodType);
    // A list may have no entry at all.
    if (element === sourceShape) return sourceColumns("source", (row) => (reach(row) as unknown[])[0], true);
    if (element instanceof z.ZodString) {
      const joined = (row: unknown) => (reach(row) as string[]).join(" | ");
      return [{ name, values: element, mayBeEmpty: true, cell: joined }];
    }
    return [];
  }
  if (shape instanceof z.ZodObject) {
    return Object.entries(shape.shape).flatMap(([key, inner]) => {
      const within: Reach = (row) => (reach(row) as Record<string, unknown> | null | undefined)?.[key];
      return columnsAt(name + capitalised(key), inner as z.ZodType, within, mayBeEmpty);
    });
  }
  return [{ name, values: shape, mayBeEmpty, cell: (row) => (reach(row) as Cell | undefined) ?? null }];
}

function sourceColumns(name: string, reach: Reach, mayBeEmpty: boolean): Column[] {
  const before = name === "source" ? "" : name.replace(/Source$/, "");
  const named = (column: string) => (before === "" ? column : before + capitalised(column));
  const { title, url, origin, retrievedAt } = sourceShape.shape;
  type OfSource = readonly [z.ZodType, (source: Source) => string];
  const columns: Record<(typeof SOURCE_COLUMNS)[number], OfSource> = {
    sourceTitle: [title, (source) => source.title],
    sourceUrl: [url, (source) => source.url],
    locator: [z.string(), locatorInWords],
    origin: [origin, (source) => source.origin],
    retrievedAt: [retrievedAt, (source) => source.retrievedAt],
  };
  return SOURCE_COLUMNS.map((column) => {
    const [values, read] = columns[column];
    const cell = (row: unknown) => {
      const source = reach(row) as Source | null | undefined;
      return source ? read(source) : null;
    };
    return { name: named(column), values, mayBeEmpty, cell };
  });
}

function unwrapped(shape: z.ZodType): z.ZodType {
  return shape instanceof z.ZodOptional || shape instanceof z.ZodNullable
    ? unwrapped(shape.unwrap() as z.ZodType)
    : shape;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
