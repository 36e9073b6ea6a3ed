import type { Locator } from "@/domain/provenance";

/**
 * A printed document as it is read from top to bottom: paragraphs and tables, without running heads,
 * page numbers and the marks of footnotes. PDF and HTML come to the same form.
 */
export interface DocumentLayout {
  /** 1 for a web page. */
  readonly pages: number;
  readonly blocks: readonly LayoutBlock[];
  /** Pages that hold a picture and no text, numbered from 1. */
  readonly picturePages: readonly number[];
}

export type LayoutBlock = TextBlock | TableBlock;

/** A paragraph, a heading or an item of a list. */
export interface TextBlock {
  readonly kind: "text";
  /** `3.1`, `a)`, `•`: what stands before the text of an item; "" without one. */
  readonly mark: string;
  /** In one line, hyphens of line ends taken out. */
  readonly text: string;
  /** Where the mark or the text begins, in points from the left edge; in HTML by depth of lists. */
  readonly left: number;
  /** Height of its letters in points; 0 where it isn't known. */
  readonly size: number;
  readonly bold: boolean;
  readonly place: Locator;
}

export interface TableBlock {
  readonly kind: "table";
  /** All of one length. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly place: Locator;
}

export interface TableCell {
  readonly text: string;
  /** The text stands in another cell, merged with this one. */
  readonly repeated: boolean;
  readonly place: Locator;
}

export type Area = readonly [left: number, top: number, width: number, height: number];

/** The smallest area around all; undefined around nothing. */
export function around(areas: readonly (Area | undefined)[]): Area | undefined {
  const known = areas.filter((area) => area !== undefined);
  if (known.length === 0) return undefined;
  const left = Math.min(...known.map((area) => area[0]));
  const top = Math.min(...known.map((area) => area[1]));
  const right = Math.max(...known.map((area) => area[0] + area[2]));
  const bottom = Math.max(...known.map((area) => area[1] + area[3]));
  const rounded = (points: number) => Math.round(points * 10) / 10;
  return [rounded(left), rounded(top), rounded(right - left), rounded(bottom - top)];
}

export const EMPTY_CELL: TableCell = { text: "", repeated: false, place: {} };
