import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { escapeFormula, toCsv } from "./csv";

describe("text that a spreadsheet would take for a formula", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+44 20 7946 0000", "'+44 20 7946 0000"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["1=1", "1=1"],
    ["Bristol", "Bristol"],
    ["", ""],
    [" =1", " =1"],
  ])("%j becomes %j", (text, escaped) => {
    expect(escapeFormula(text)).toBe(escaped);
  });
});

describe("a table as CSV", () => {
  const columns = ["name", "deficitGbp", "latest", "note"];

  it("keeps numbers numbers, negative ones too, and ends lines with CRLF", () => {
    expect(toCsv(columns, [{ name: "-x", deficitGbp: -5, latest: true, note: null }])).toBe(
      "name,deficitGbp,latest,note\r\n'-x,-5,true,\r\n",
    );
  });

  it("is a head alone without rows", () => {
    expect(toCsv(columns, [])).toBe("name,deficitGbp,latest,note\r\n");
  });

  it("says false and zero, which aren't nothing", () => {
    expect(toCsv(columns, [{ name: "x", deficitGbp: 0, latest: false, note: "" }])).toBe(
      "name,deficitGbp,latest,note\r\nx,0,false,\r\n",
    );
  });

  it.each(['says "no"', "a, b", "two\nlines", "two\r\nlines", "a\rb", "£1 – Å"])(
    "gives %j back to whoever reads it",
    (note) => {
      const csv = toCsv(["note", "after"], [{ note, after: "x" }]);
      expect(Papa.parse(csv, { header: true, skipEmptyLines: true, newline: "\r\n" }).data).toEqual([
        { note, after: "x" },
      ]);
    },
  );
});
