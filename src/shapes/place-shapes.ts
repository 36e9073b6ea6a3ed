/** A place in a stored document, drawn so that a person can compare it with what was read there. */
import { z } from "zod";

const points = z.number();

export const drawnPageShape = z.object({
  kind: z.literal("page"),
  page: z.int(),
  pages: z.int(),
  width: points,
  height: points,
  runs: z.array(
    z.object({
      text: z.string(),
      left: points,
      baseline: points,
      width: points,
      size: points,
      bold: z.boolean(),
    }),
  ),
  rules: z.array(z.object({ left: points, top: points, right: points, bottom: points })),
  /** Left, top, width and height; the first is the place that was asked for. */
  marks: z.array(z.tuple([points, points, points, points])),
  /** Where people have signed, nothing is drawn. */
  endsAtSignatures: z.boolean(),
});
export type DrawnPage = z.infer<typeof drawnPageShape>;

export const drawnTableShape = z.object({
  kind: z.literal("table"),
  /** The sheet, or the file in the zip. */
  title: z.string().nullable(),
  /** With their letters, or their headings. */
  columns: z.array(z.object({ number: z.int(), heading: z.string() })),
  rows: z.array(
    z.object({
      number: z.int(),
      cells: z.array(z.object({ column: z.int(), text: z.string(), marked: z.boolean() })),
    }),
  ),
});
export type DrawnTable = z.infer<typeof drawnTableShape>;

export const drawnTextShape = z.object({
  kind: z.literal("text"),
  paragraphs: z.array(z.object({ number: z.int(), text: z.string(), marked: z.boolean() })),
});

export const drawnPlaceShape = z.discriminatedUnion("kind", [
  drawnPageShape,
  drawnTableShape,
  drawnTextShape,
  z.object({ kind: z.literal("none"), why: z.string() }),
]);
export type DrawnPlace = z.infer<typeof drawnPlaceShape>;
