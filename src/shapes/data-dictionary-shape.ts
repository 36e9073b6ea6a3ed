/** What the exported tables hold, column by column. */
import { z } from "zod";
import { EXPORT_TABLES, metaShape } from "./api-shapes";

export const dictionaryColumnShape = z.object({
  name: z.string(),
  type: z.enum(["text", "integer", "boolean"]),
  /** The words it can be, where they are listed. */
  oneOf: z.array(z.string()).optional(),
  /** Of a text: how it is written. */
  form: z.enum(["year", "date", "partial-date", "instant"]).optional(),
  mayBeEmpty: z.boolean(),
});
export type DictionaryColumn = z.infer<typeof dictionaryColumnShape>;

export const dataDictionaryShape = z.array(
  z.object({ table: z.enum(EXPORT_TABLES), columns: z.array(dictionaryColumnShape) }),
);
export type DataDictionary = z.infer<typeof dataDictionaryShape>;

export const dataDictionaryAnswerShape = z.object({ data: dataDictionaryShape, meta: metaShape });
