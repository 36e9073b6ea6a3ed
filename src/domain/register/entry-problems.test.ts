import { describe, expect, it } from "vitest";
import { entryProblems, LONGEST_CITATION, LONGEST_LINE, LONGEST_WORDS } from "./entry-problems";

const GOOD = {
  ...{ la_name: "Exampleshire", as_at_date: "2025-03-31", date_inferred: "no", deficit_gbp_m: "13.9" },
  ...{ kind: "outturn", basis: "net", scope: "dsg", local_contributions: "unknown" },
  ...{ basis_note: "after DfE money", source_url: "https://exampleshire.example/a", confidence: "high" },
};
const problems = (cells: Record<string, string>, before: Record<string, string> | null = null) =>
  entryProblems("actuals", { ...GOOD, ...cells }, { ownHost: "tracker.example", before });
const columns = (cells: Record<string, string>) => problems(cells).map(({ column }) => column);

it("a row with everything that is needed has none", () => {
  expect(problems({})).toEqual([]);
});

it.each(Object.keys(GOOD))("%s is needed", (name) => {
  expect(columns({ [name]: " " })).toEqual([name]);
});

describe("each cell", () => {
  it.each([
    ["deficit_gbp_m", "-3.2", true],
    ["deficit_gbp_m", "=1+1", false],
    ["basis_note", "=HYPERLINK(1)", false],
    ["basis_note", "+more", false],
    ["basis_note", "@here", false],
    ["basis_note", "-dash", false],
    ["basis_note", "two\nlines", true],
    ["basis_note", "a\u0007bell", false],
    ["basis_note", "x".repeat(LONGEST_WORDS), true],
    ["basis_note", "x".repeat(LONGEST_WORDS + 1), false],
    ["la_name", "x".repeat(LONGEST_LINE), true],
    ["la_name", "x".repeat(LONGEST_LINE + 1), false],
    ["la_name", "Example\nshire", false],
    ["basis", "net", true],
    ["basis", "Net", false],
    ["copy_of", "section-251-outturn", true],
    ["copy_of", "the paper", false],
    ["source_url", "https://exampleshire.example/a (page 3)", true],
    ["source_url", "http://exampleshire.example/a", false],
    ["source_url", "javascript:alert(1)", false],
    ["source_url", "https://localhost/a", false],
    ["source_url", "the cabinet paper of 3 March", false],
    ["source_url", "https://tracker.example/authorities/a", false],
    ["source_url", "https://TRACKER.example/a", false],
    ["source_url", "https://nottracker.example/a", true],
    ["source_url", `https://exampleshire.example/${"x".repeat(LONGEST_CITATION)}`, false],
  ])("%s: %j is sound: %s", (name, cell, sound) => {
    expect(columns({ [name]: cell })).toEqual(sound ? [] : [name]);
  });
});

it("what was there before an edit needn't meet today's measures; what is changed does", () => {
  const before = { ...GOOD, source_url: "Council, report of 1 November 2022", basis_note: "" };
  expect(problems({ source_url: before.source_url, basis_note: "" }, before)).toEqual([]);
  expect(problems({ source_url: "Council, another report", basis_note: "" }, before)).toMatchObject([
    { column: "source_url" },
  ]);
});

it("a column that the file doesn't have", () => {
  expect(problems({ rumour: "x" })).toMatchObject([
    { column: null, message: expect.stringContaining("rumour") },
  ]);
});
