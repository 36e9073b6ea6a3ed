import { describe, expect, it } from "vitest";
import { EXPORT_TABLES, type ExportTable } from "@/shapes/api-shapes";
import { dataDictionaryShape } from "@/shapes/data-dictionary-shape";
import { columnForm, columnMeaning, columnsToldOf } from "@/wording/export-columns";
import { dataDictionary } from "./data-dictionary";

const dictionary = dataDictionary();

function columnOf(table: ExportTable, name: string) {
  const column = dictionary.find((one) => one.table === table)?.columns.find((one) => one.name === name);
  if (!column) throw new Error(`${table} has no column ${name}.`);
  return column;
}

describe("the data dictionary", () => {
  it("has every table, each with the columns promised first and last", () => {
    expect(dataDictionaryShape.parse(dictionary)).toEqual(dictionary);
    expect(dictionary.map(({ table }) => table)).toEqual(EXPORT_TABLES);
    for (const { columns } of dictionary) {
      const names = columns.map(({ name }) => name);
      expect(names.slice(0, 3)).toEqual(["gssCode", "dfeCode", "name"]);
      expect(names.slice(-5)).toEqual(["sourceTitle", "sourceUrl", "locator", "origin", "retrievedAt"]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it.each([
    ["outturns", "deficitGbp", "whole pounds", true],
    ["outturns", "asAt", "date, like 2024-03-31", false],
    ["outturns", "publishedOn", "date, or its month or year", true],
    ["outturns", "basis", "one of: net, gross, unknown", false],
    ["outturns", "asAtInferred", "true or false", false],
    ["ehc-plans", "year", "whole number", false],
    ["profile", "financialYear", "financial year, like 2024-25", false],
    ["changes", "financialYear", "financial year, like 2024-25", true],
    ["flags", "raisedAt", "instant, UTC", false],
    ["flags", "sourceTitle", "text", true],
    ["events", "sourceTitle", "text", false],
    ["authorities", "latestOutturnBasis", "one of: net, gross, unknown", true],
    ["authorities", "gssCode", "text", true],
    ["authorities", "dfeCode", "text", false],
  ] as const)("%s.%s is %s, may be empty: %s", (table, name, form, mayBeEmpty) => {
    const column = columnOf(table, name);
    expect(columnForm(column)).toBe(form);
    expect(column.mayBeEmpty).toBe(mayBeEmpty);
  });

  it.each(EXPORT_TABLES)(
    "%s: every column has a meaning in words, and none is told that isn't there",
    (table) => {
      const names = dictionary.find((one) => one.table === table)?.columns.map(({ name }) => name) ?? [];
      for (const name of names) expect(columnMeaning(table, name)).toMatch(/^\S.*[^.]$/);
      expect(columnsToldOf(table).filter((name) => !names.includes(name))).toEqual([]);
    },
  );

  it("refuses to make up a meaning", () => {
    expect(() => columnMeaning("events", "invented")).toThrow("The column invented of events");
  });
});
