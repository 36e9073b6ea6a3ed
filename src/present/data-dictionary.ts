import { z } from "zod";
import { EXPORT_TABLES } from "@/shapes/api-shapes";
import type { DataDictionary, DictionaryColumn } from "@/shapes/data-dictionary-shape";
import { date, partialDate, year } from "@/shapes/source-shape";
import { COUNCIL_COLUMNS, columnsOfTable } from "./export-table";
import type { Column } from "./flatten";

/**
 * Every exported table with its columns, in their order, read from the very shapes that the rows are checked
 * against: a column can't be exported and missing here, or the other way round.
 */
export function dataDictionary(): DataDictionary {
  return EXPORT_TABLES.map((table) => ({
    table,
    columns: [...COUNCIL_COLUMNS.map(councilColumn), ...columnsOfTable(table).map(describe)],
  }));
}

/** A council without a name or a code of the ONS's is possible; one without DfE's isn't. */
function councilColumn(name: (typeof COUNCIL_COLUMNS)[number]): DictionaryColumn {
  return { name, type: "text", mayBeEmpty: name !== "dfeCode" };
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
}

const FORMS = new Map(
  (
    [
      ["year", year],
      ["date", date],
      ["partial-date", partialDate],
    ] as const
  ).map(([form, shape]) => [patternOf(shape), form]),
);

function describe({ name, values, mayBeEmpty }: Column): DictionaryColumn {
  const schema = z.toJSONSchema(values) as JsonSchema;
  if (schema.type === "integer" || schema.type === "boolean") return { name, type: schema.type, mayBeEmpty };
  // A new kind of value must be given words before it can be exported.
  if (schema.type !== "string") throw new Error(`The column ${name} holds neither text nor a whole number.`);
  const form = schema.format === "date-time" ? "instant" : FORMS.get(schema.pattern);
  return {
    ...{ name, type: "text", mayBeEmpty },
    ...(schema.enum === undefined ? {} : { oneOf: [...schema.enum] }),
    ...(form === undefined ? {} : { form }),
  };
}

function patternOf(shape: z.ZodType): string | undefined {
  return (z.toJSONSchema(shape) as JsonSchema).pattern;
}
