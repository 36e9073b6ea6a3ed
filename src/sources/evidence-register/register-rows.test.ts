import { describe, expect, it } from "vitest";
import { REGISTER_COLUMNS, REGISTER_FILES } from "@/domain/register/register-columns";
import { registerColumnWords } from "@/wording/register";
import { registerFileNamed } from "./publication";
import { readRegisterRow } from "./read-register-row";
import { composeRegister, readRegisterRows, rowKey } from "./register-rows";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (composed: Uint8Array) => new TextDecoder().decode(composed);

const FILE = 'a,b\n1,one\n2,"two, too"\n3,three\n';
const keyOf = (line: number) => {
  const row = readRegisterRows(bytes(FILE))?.rows.find((one) => one.line === line);
  if (!row) throw new Error(`There is no line ${line}.`);
  return row.key;
};

describe("a register file with what people have made of it", () => {
  it("is the very same bytes while nobody has", () => {
    const own = bytes(FILE);
    expect(composeRegister(own, [])).toBe(own);
  });

  it.each([
    [
      "added at the end",
      [{ replaces: null, cells: { a: "4", b: "four" } }],
      '1,one\n2,"two, too"\n3,three\n4,four\n',
    ],
    ["edited in its place", [{ replaces: keyOf(3), cells: { a: "2", b: "two" } }], "1,one\n2,two\n3,three\n"],
    ["retired", [{ replaces: keyOf(2), cells: null }], '2,"two, too"\n3,three\n'],
    ["added and retired since", [{ replaces: null, cells: null }], '1,one\n2,"two, too"\n3,three\n'],
    [
      "edited, of which the file has lost the row",
      [{ replaces: "0".repeat(64), cells: { a: "9", b: "nine" } }],
      '1,one\n2,"two, too"\n3,three\n9,nine\n',
    ],
    [
      "retired, of which the file has lost the row",
      [{ replaces: "0".repeat(64), cells: null }],
      '1,one\n2,"two, too"\n3,three\n',
    ],
    [
      "with cells that need quotation marks, and one left out",
      [{ replaces: null, cells: { b: 'say "so",\nplease' } }],
      '1,one\n2,"two, too"\n3,three\n,"say ""so"",\nplease"\n',
    ],
  ])("a row %s", (_, changes, rows) => {
    const composed = composeRegister(bytes(FILE), changes);
    expect(text(composed)).toBe(`a,b\n${rows}`);
    expect(readRegisterRows(composed)?.rows).toHaveLength(
      readRegisterRows(bytes(`a,b\n${rows}`))?.rows.length ?? -1,
    );
  });

  it("keeps its keys when it gets a column in which nothing stands", () => {
    expect(rowKey({ a: "1", b: " one ", c: "" })).toBe(rowKey({ b: "one", a: "1" }));
    expect(rowKey({ a: "1", b: "one", c: "x" })).not.toBe(rowKey({ a: "1", b: "one" }));
    expect(rowKey({ a: "one", b: "1" })).not.toBe(rowKey({ a: "1", b: "one" }));
  });
});

describe.each(REGISTER_FILES)("the columns of %s", (name) => {
  it("are those that its reader asks for, each with words for people", () => {
    expect(REGISTER_COLUMNS[name].map((column) => column.name)).toEqual(registerFileNamed(name).columns);
    for (const column of REGISTER_COLUMNS[name]) expect(registerColumnWords(column.name).label).not.toBe("");
  });
});

const ACTUAL = {
  ...{ la_name: "Exampleshire", as_at_date: "2025-03-31", date_inferred: "no", deficit_gbp_m: "13.9" },
  ...{ kind: "outturn", basis: "net", scope: "dsg", local_contributions: "unknown" },
  ...{ basis_note: "after DfE money", source_url: "https://exampleshire.example/a", confidence: "high" },
};

describe("one row, read as it will be", () => {
  it("is its figure", () => {
    const { figures, problems } = readRegisterRow("actuals", ACTUAL);
    expect(problems).toEqual([]);
    expect(figures).toMatchObject([{ type: "outturn", asAt: "2025-03-31", basis: "net" }]);
  });

  it("with what can't be read, at its column", () => {
    expect(readRegisterRow("actuals", { ...ACTUAL, deficit_gbp_m: "about 14" }).problems).toEqual([
      { column: "deficit_gbp_m", message: "This can't be read: expected an amount in £ million." },
    ]);
  });
});
