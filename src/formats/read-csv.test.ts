import { describe, expect, it } from "vitest";
import { type CsvTable, findColumns, peekHeadings, readCsv } from "./read-csv";

const bytes = (text: string) => new TextEncoder().encode(text);

function table(content: string | Uint8Array): CsvTable {
  const read = readCsv(typeof content === "string" ? bytes(content) : content);
  if (read.kind === "unreadable") throw new Error(read.reason);
  return read.table;
}

describe("rows and their lines", () => {
  it.each([
    [
      "plain",
      "a,b\n1,2\n3,4\n",
      [
        [2, "1", "2"],
        [3, "3", "4"],
      ],
    ],
    ["Windows line ends", "a,b\r\n1,2\r\n", [[2, "1", "2"]]],
    ["no line end at the end", "a,b\n1,2", [[2, "1", "2"]]],
    [
      "blank lines are passed over, their numbers kept",
      "a,b\n\n1,2\n\n3,4\n",
      [
        [3, "1", "2"],
        [5, "3", "4"],
      ],
    ],
    ["a comma and a quotation mark in quotes", 'a,b\n"1,5","say ""x"""\n', [[2, "1,5", 'say "x"']]],
    [
      "a line break in quotes moves the lines after it",
      'a,b\n"1\n2",x\n3,4\n',
      [
        [2, "1\n2", "x"],
        [4, "3", "4"],
      ],
    ],
    ["a byte order mark isn't part of the first heading", "\uFEFFa,b\n1,2\n", [[2, "1", "2"]]],
  ])("%s", (_, text, rows) => {
    const read = table(text);
    expect(read.headings).toEqual(["a", "b"]);
    expect(read.rows.map(({ line, cells }) => [line, ...cells])).toEqual(rows);
    expect(read.raggedRows).toEqual([]);
  });

  it("reports a row with a cell too many or too few, with its line", () => {
    const read = table("a,b\n1\n1,2\n1,2,3\n");
    expect(read.rows.map(({ line }) => line)).toEqual([3]);
    expect(read.raggedRows).toEqual([
      { line: 2, cells: 1 },
      { line: 4, cells: 3 },
    ]);
  });
});

describe("encoding", () => {
  it("is UTF-8 where the bytes are", () => {
    const read = table("a\n£5 Mérton\n");
    expect([read.encoding, read.rows[0]?.cells[0]]).toEqual(["utf-8", "£5 Mérton"]);
  });

  it("is windows-1252 where they can't be, and says so", () => {
    const read = table(new Uint8Array([0x61, 0x0a, 0xa3, 0x35, 0x20, 0x92, 0x0a]));
    expect([read.encoding, read.rows[0]?.cells[0]]).toEqual(["windows-1252", "£5 ’"]);
  });
});

describe("what isn't a table", () => {
  it.each([
    ["nothing", "", /empty/],
    ["blanks", " \n \n", /empty/],
    ["a web page", "<!DOCTYPE html><html></html>", /web page/],
    ["binary content", "a\0b,c\n", /binary/],
    ["a quotation mark that is never closed", 'a,b\n1,2\n"3,4\n5,6\n', /line 3/],
  ])("%s", (_, text, reason) => {
    expect(readCsv(bytes(text))).toEqual({ kind: "unreadable", reason: expect.stringMatching(reason) });
  });
});

describe("columns by their headings", () => {
  it("are found in any order and case, their cells trimmed", () => {
    const read = table("LA_Name, ehcplans \n Exampleshire ,12\n");
    const found = findColumns(read, ["ehcplans", "la_name"]);
    if (found.kind === "not-found" || !read.rows[0]) throw new Error("columns were to be found");
    expect(found.columns.la_name(read.rows[0])).toBe("Exampleshire");
    expect(found.columns.ehcplans(read.rows[0])).toBe("12");
  });

  it("aren't found when a heading is missing, and can't be trusted when it stands there twice", () => {
    expect(findColumns(table("a,b,B\n1,2,3\n"), ["a", "b", "c"])).toEqual({
      kind: "not-found",
      missing: ["c"],
      repeated: ["b"],
    });
  });

  it("can be looked at without reading the rows", () => {
    expect(peekHeadings(bytes("a,b\r\n1,2\r\n"))).toEqual(["a", "b"]);
    expect(peekHeadings(bytes("a,b"))).toEqual(["a", "b"]);
    expect(peekHeadings(bytes(""))).toEqual([]);
  });
});
