import { existsSync, readFileSync } from "node:fs";
import { CFB } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeExcel, makeOds, makeOdsOf, makeXlsx, type SheetPlan } from "@/testing/make-workbook";
import { cellAddress, readWorkbook, type Sheet } from "./read-workbook";
import { UnreadableWorkbook, type WorkbookFault } from "./unreadable-workbook";

const FUNDS: SheetPlan = {
  name: "Funds & more",
  rows: [
    ["Title", null, "Before", null],
    [null, null, "Block (£s)", "Other"],
    ["991", "Exampleshire", 1234567, " "],
    [992, "Sampleton", 0.125, null],
  ],
  merges: ["A1:B2", "C1:D1"],
};
const NOTES: SheetPlan = { name: "Notes", rows: [["nothing"]] };

function texts(sheet: Sheet | undefined): string[][] {
  return (sheet?.rows ?? []).map((row) => row.map((cell) => cell.text));
}

function faultOf(bytes: Uint8Array): { fault: WorkbookFault; message: string } {
  try {
    readWorkbook(bytes);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { fault: error.fault, message: error.message };
    throw error;
  }
  throw new Error("The file was read.");
}

describe.each([
  ["ODS", makeOds([FUNDS, NOTES])],
  ["XLSX", makeXlsx([FUNDS, NOTES])],
])("a workbook in %s", (_, bytes) => {
  const workbook = readWorkbook(bytes);
  const sheet = workbook.sheets[0];

  it("names all its sheets in order", () => {
    expect(workbook.sheetNames).toEqual(["Funds & more", "Notes"]);
  });

  it("gives numbers at the sheet's precision, and codes as they are held", () => {
    expect(sheet?.rows[2]?.[2]?.number).toBe(1234567);
    expect(sheet?.rows[3]?.[2]?.number).toBe(0.125);
    expect(sheet?.rows[2]?.[0]).toEqual({ text: "991", number: null });
    expect(sheet?.rows[3]?.[0]).toMatchObject({ text: "992", number: 992 });
  });

  it("takes single spaces for blanks and leaves them out at the end of rows", () => {
    expect(sheet?.rows[2]).toHaveLength(3);
  });

  it("fills merged cells with the text and says where it stands", () => {
    expect(sheet?.rows[0]?.[3]).toEqual({ text: "Before", number: null, mergedFrom: "C1" });
    expect(sheet?.rows[1]?.[1]).toEqual({ text: "Title", number: null, mergedFrom: "A1" });
    expect(sheet?.rows[0]?.[2]?.mergedFrom).toBeUndefined();
  });

  it("reads only the sheets asked for, and still names the others", () => {
    const some = readWorkbook(bytes, { sheets: (name) => name === "Notes" });
    expect(some.sheets.map((one) => one.name)).toEqual(["Notes"]);
    expect(texts(some.sheets[0])).toEqual([["nothing"]]);
    expect(some.sheetNames).toHaveLength(2);
    expect(readWorkbook(bytes, { sheets: () => false }).sheets).toEqual([]);
  });
});

describe("cellAddress", () => {
  it.each([
    [0, 0, "A1"],
    [5, 4, "E6"],
    [9, 25, "Z10"],
    [0, 26, "AA1"],
    [154, 50, "AY155"],
  ])("row index %i, column index %i is %s", (row, column, address) => {
    expect(cellAddress(row, column)).toBe(address);
  });
});

describe("what ODS files hold", () => {
  const cell = (attributes: string, inside = "") =>
    `<table:table-cell ${attributes}>${inside}</table:table-cell>`;
  const row = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;
  const table = (rows: string, name = "S") => `<table:table table:name="${name}">${rows}</table:table>`;
  const read = (rows: string) => texts(readWorkbook(makeOdsOf(table(rows))).sheets[0]);
  const text = (words: string) => cell('office:value-type="string"', `<text:p>${words}</text:p>`);

  it.each([
    [
      "repeated cells",
      row(cell('table:number-columns-repeated="3" office:value-type="string"', "<text:p>x</text:p>")),
      [["x", "x", "x"]],
    ],
    ["repeated rows", row(text("x"), 'table:number-rows-repeated="2"'), [["x"], ["x"]]],
    ["blank rows between", row("", 'table:number-rows-repeated="2"') + row(text("x")), [[], [], ["x"]]],
    [
      "blank cells between",
      row(`<table:table-cell table:number-columns-repeated="2"/>${text("x")}`),
      [["", "", "x"]],
    ],
    [
      "a number without printed text",
      row('<table:table-cell office:value-type="float" office:value="7.5"/>'),
      [["7.5"]],
    ],
    [
      "a date",
      row(cell('office:value-type="date" office:date-value="2023-07-20"', "<text:p>20/07/23</text:p>")),
      [["2023-07-20"]],
    ],
    [
      "several lines",
      row(cell('office:value-type="string"', "<text:p>2019-20</text:p><text:p>block</text:p>")),
      [["2019-20\nblock"]],
    ],
    ["escaped characters", row(text("A &amp; B &lt;c&gt;")), [["A & B <c>"]]],
    [
      "a comment on a cell",
      row(
        cell(
          'office:value-type="string"',
          "<office:annotation><text:p>note</text:p></office:annotation><text:p>x</text:p>",
        ),
      ),
      [["x"]],
    ],
    [
      "a space to the sheet's far corner",
      row(cell('office:value-type="string" table:number-columns-repeated="16384"', "<text:p> </text:p>")),
      [],
    ],
  ])("%s", (_, rows, expected) => {
    expect(read(rows)).toEqual(expected);
  });

  it("a sheet that repeats its cells millions of times is refused", () => {
    const wide = cell('office:value-type="string" table:number-columns-repeated="500"', "<text:p>x</text:p>");
    const bytes = makeOdsOf(table(row(wide, 'table:number-rows-repeated="4001"')));
    expect(faultOf(bytes)).toEqual({
      fault: "too-large",
      message: "a sheet repeats its cells millions of times",
    });
  });

  it.each([
    [5_000, 512, null],
    [5_001, 1, "too-large"],
    [1, 513, "too-large"],
  ])("%i rows of %i columns: %s", (rows, columns, fault) => {
    const last = row(text("end"));
    const content =
      columns > 1
        ? row(`<table:table-cell table:number-columns-repeated="${columns - 1}"/>${text("end")}`)
        : row("", `table:number-rows-repeated="${rows - 1}"`) + last;
    const bytes = makeOdsOf(table(content));
    if (fault === null) expect(readWorkbook(bytes).sheets[0]?.rows).toHaveLength(1);
    else expect(faultOf(bytes).fault).toBe(fault);
  });
});

describe("XLSX files without styles", () => {
  it("are read", () => {
    const { "xl/styles.xml": _, ...parts } = unzipSync(makeXlsx([FUNDS]));
    expect(readWorkbook(zipSync(parts)).sheets[0]?.rows[2]?.[2]?.number).toBe(1234567);
  });
});

describe("XLSX files that name a drawing they don't hold", () => {
  it("are read", () => {
    const parts = unzipSync(makeXlsx([FUNDS]));
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
    );
    const types = new TextDecoder().decode(parts["[Content_Types].xml"]);
    parts["[Content_Types].xml"] = strToU8(
      types.replace(
        "</Types>",
        '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
      ),
    );
    expect(readWorkbook(zipSync(parts)).sheets[0]?.rows[2]?.[2]?.number).toBe(1234567);
  });
});

describe("files that can't be read", () => {
  const ods = makeOds([FUNDS]);
  const flipped = (bytes: Uint8Array, at: number) =>
    bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte));

  /** As Excel wraps a workbook that has a password. */
  function locked(): Uint8Array {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, "/EncryptedPackage", new Uint8Array(100));
    return new Uint8Array(CFB.write(file, { type: "buffer" }) as Uint8Array);
  }

  it.each<[string, Uint8Array, WorkbookFault, RegExp]>([
    ["no bytes", new Uint8Array(), "empty", /empty/],
    ["a PDF", strToU8("%PDF-1.7\n..."), "not-a-spreadsheet", /a PDF/],
    [
      "a web page",
      strToU8("<!DOCTYPE html><html><body>Sorry</body></html>"),
      "not-a-spreadsheet",
      /a web page/,
    ],
    ["a web page with a BOM", strToU8("\ufeff\n <html><body/></html>"), "not-a-spreadsheet", /a web page/],
    ["JSON", strToU8('{"error": 500}'), "not-a-spreadsheet", /JSON/],
    ["CSV", strToU8("code,name\n202,Camden"), "not-a-spreadsheet", /starts with "code,name/],
    [
      "a zip of something else",
      zipSync({ "figures.csv": strToU8("1,2") }),
      "not-a-spreadsheet",
      /holds "figures.csv"/,
    ],
    [
      "a text document",
      zipSync({
        mimetype: strToU8("application/vnd.oasis.opendocument.text"),
        "content.xml": strToU8("<x/>"),
      }),
      "not-a-spreadsheet",
      /opendocument.text/,
    ],
    [
      "an encrypted ODS",
      zipSync({
        "content.xml": strToU8("x"),
        "META-INF/manifest.xml": strToU8("<manifest:encryption-data/>"),
      }),
      "encrypted",
      /password/,
    ],
    ["an ODS without sheets", makeOdsOf(""), "damaged", /no sheets/],
    ["an ODS whose sheet doesn't end", makeOdsOf('<table:table table:name="S">'), "damaged", /no end/],
    ["a byte changed within a sheet", flipped(ods, Math.floor(ods.length * 0.4)), "damaged", /damaged/],
    [
      "an old Office file of nothing known",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      "not-a-spreadsheet",
      /an old Office file/,
    ],
    ["an old workbook", makeExcel([FUNDS], "biff8"), "unsupported", /\(XLS\); only ODS and XLSX are read/],
    ["a binary workbook", makeExcel([FUNDS], "xlsb"), "unsupported", /\(XLSB\); only ODS and XLSX are read/],
    ["an encrypted XLSX", locked(), "encrypted", /password/],
  ])("%s", (_, bytes, fault, message) => {
    expect(faultOf(bytes)).toEqual({ fault, message: expect.stringMatching(message) });
  });

  it.each([2, 4, 30, 100, 0.25, 0.5, 0.9, -1, -22])(
    "an ODS cut to %d (bytes, share, or bytes from the end)",
    (cut) => {
      const length = cut < 0 ? ods.length + cut : cut < 1 ? Math.floor(ods.length * cut) : cut;
      expect(faultOf(ods.subarray(0, length))).toEqual({
        fault: "cut-short",
        message: "the zip is cut short: its end is missing",
      });
    },
  );

  it("every shorter length of a small workbook gives a fault, never a crash or a reading", () => {
    for (const bytes of [ods, makeXlsx([NOTES])]) {
      for (let length = 0; length < bytes.length; length += 7) {
        expect(faultOf(bytes.subarray(0, length)).fault).toMatch(/^(?:empty|cut-short|not-a-spreadsheet)$/);
      }
    }
  });

  /** A zip of one part, whose directory states another size for it. */
  function declaring(size: number, actual: number): Uint8Array {
    const zip = zipSync({ "content.xml": new Uint8Array(actual) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    let entry = zip.length - 22;
    while (view.getUint32(entry, true) !== 0x02014b50) entry -= 1;
    view.setUint32(entry + 24, size, true);
    return zip;
  }

  it.each([
    ["50 MB, the most, but holds less", 50_000_000, "damaged"],
    ["a byte more than the most", 50_000_001, "too-large"],
    ["less than it holds", 1_000, "damaged"],
  ])("a zip that says it unpacks to %s", (_, size, fault) => {
    expect(faultOf(declaring(size, 2_000_000)).fault).toBe(fault);
  });
});

describe("a small file made to keep its reader busy is refused at once", () => {
  const sheets = (count: number) =>
    Array.from({ length: count }, (_, index): SheetPlan => ({ name: `S${index}`, rows: [[1]] }));
  const merged = (times: number) =>
    makeXlsx([
      {
        name: "S",
        rows: Array.from({ length: 1_000 }, () => ["x"]),
        merges: Array.from({ length: times }, () => "A1:SR1000"),
      },
    ]);

  const begun = (tag: string) =>
    makeOdsOf(
      `<table:table table:name="S"><table:table-row>${tag.repeat(300_000)}</table:table-row></table:table>`,
    );

  it.each([
    ["an ODS of 200 sheets", makeOds(sheets(200)), null],
    ["an ODS of 201 sheets", makeOds(sheets(201)), "too-large"],
    ["an XLSX of 200 sheets", makeXlsx(sheets(200)), null],
    ["an XLSX of 201 sheets", makeXlsx(sheets(201)), "too-large"],
    ["half a million cells merged three times", merged(3), null],
    ["half a million cells merged four times", merged(4), "too-large"],
    // Before, each of these looked for its end through all the others: minutes.
    ["drawings begun and never ended", begun("<table:shapes>"), "damaged"],
    ["comments begun and never ended", begun("<office:annotation>"), "damaged"],
  ])("%s", (_, bytes, fault) => {
    expect(fault === null ? readWorkbook(bytes).sheets.length : faultOf(bytes).fault).toEqual(
      fault ?? expect.any(Number),
    );
  });
});

describe("the library's remarks about number formats", () => {
  afterEach(() => vi.restoreAllMocks());

  it("don't reach the console, which works again afterwards", () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    readWorkbook(makeXlsx([FUNDS]));
    expect(error).not.toHaveBeenCalled();
    expect(console.error).toBe(error);
  });
});

const RAW = new URL("../../../shared/facts/raw/", import.meta.url);
const held = existsSync(RAW);

describe.skipIf(!held)(
  `the department's own workbooks${held ? "" : " (skipped: ../shared/facts/raw isn't there)"}`,
  () => {
    it.each([
      ["dedicated-schools-grant_2024_07_20.ods", "Allocations_summary", 171, 12, "9,952,172,126"],
      ["dedicated-schools-grant_2021_11_18.ods", "Allocations_summary", 169, 12, "7,063,230,381"],
      ["dedicated-schools-grant.ods", "Allocations_1920", 169, 12, "6,279.1"],
      ["DSG_by_year_dr.xlsx", "dsg_budget_20", 164, 4, undefined],
      ["dsg_deficit_derived.xlsx", "Sheet 1", 479, 7, undefined],
      ["lait_la_code_list.xlsx", "Sheet1", 172, 4, undefined],
    ])("%s", (file, name, rows, columns, england) => {
      const { sheets } = readWorkbook(readFileSync(new URL(file, RAW)), {
        sheets: (sheet) => sheet === name,
      });
      expect(sheets).toHaveLength(1);
      expect(sheets[0]?.rows).toHaveLength(rows);
      expect(Math.max(...(sheets[0]?.rows ?? []).map((row) => row.length))).toBe(columns);
      if (england) expect(sheets[0]?.rows[4]?.[4]?.text).toMatch(england);
    });
  },
);
