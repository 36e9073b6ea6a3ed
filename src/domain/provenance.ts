/** Where in a document a figure stands. Every part is optional; an empty locator is the whole document. */
export interface Locator {
  readonly page?: number;
  readonly table?: string;
  readonly row?: number;
  readonly sheet?: string;
  readonly cell?: string;
  /** A file inside a zip, or a path inside JSON. */
  readonly path?: string;
  /** Where on a page: left, top, width and height in points (1/72 inch) from its top left corner. */
  readonly area?: readonly [left: number, top: number, width: number, height: number];
}

/** `live`: fetched from the publisher. `archive`: our rebuilt copy. `register`: gathered by hand, one citation a row. */
export const ORIGINS = ["live", "archive", "register"] as const;
export type Origin = (typeof ORIGINS)[number];

export const CONFIDENCES = ["high", "medium", "low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Whose page a figure was taken from when that isn't the document itself. */
export interface Citation {
  readonly title: string;
  readonly url: string | null;
}

/** A locator in words: "sheet Allocations_summary, cell E6". */
export function describeLocator(locator: Locator): string {
  const parts: string[] = [];
  if (locator.path !== undefined) parts.push(locator.path);
  if (locator.sheet !== undefined) parts.push(`sheet ${locator.sheet}`);
  if (locator.page !== undefined) parts.push(`page ${locator.page}`);
  if (locator.table !== undefined) parts.push(`table ${locator.table}`);
  if (locator.row !== undefined) parts.push(`row ${locator.row}`);
  if (locator.cell !== undefined)
    parts.push(`${/^[A-Z]+\d+$/.test(locator.cell) ? "cell" : "column"} ${locator.cell}`);
  return parts.join(", ");
}
