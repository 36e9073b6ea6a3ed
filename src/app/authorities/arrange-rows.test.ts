import { describe, expect, it } from "vitest";
import type { CouncilRow } from "@/shapes/council-rows-shape";
import { type ArrangedRow, arrangeRows } from "./arrange-rows";
import { type CouncilView, readCouncilView } from "./search-params";

function row(name: string, deficitGbp: number | null, rest: Partial<CouncilRow> = {}): CouncilRow {
  return {
    gssCode: "X99000001",
    dfeCode: "X01",
    name,
    slug: name.toLowerCase().replaceAll(" ", "-"),
    region: "South East",
    programme: "unknown",
    status: "no-agreement",
    alsoKnownAs: [],
    course: deficitGbp === null ? [] : [["2024-03-31", deficitGbp]],
    block: null,
    plans: null,
    ...rest,
  };
}

const view = (params: Record<string, string> = {}): CouncilView => readCouncilView(params);
const names = (rows: readonly ArrangedRow[]) => rows.map(({ row: { name } }) => name);

describe("the order of councils", () => {
  const rows = [row("Bigshire", 90), row("Noneshire", null), row("Surplushire", -5), row("Midshire", 40)];

  it.each([
    [{}, ["Bigshire", "Midshire", "Noneshire", "Surplushire"]],
    [{ dir: "desc" }, ["Surplushire", "Noneshire", "Midshire", "Bigshire"]],
    [{ sort: "deficit" }, ["Bigshire", "Midshire", "Surplushire", "Noneshire"]],
    [{ sort: "deficit", dir: "asc" }, ["Surplushire", "Midshire", "Bigshire", "Noneshire"]],
  ])("by %o", (params, order) => expect(names(arrangeRows(rows, view(params)))).toEqual(order));

  it("puts equals by name", () => {
    expect(names(arrangeRows([row("B", 1), row("A", 1)], view({ sort: "deficit" })))).toEqual(["A", "B"]);
  });
});

describe("filters", () => {
  const rows = [
    row("Exampleshire", 1, { programme: "safety-valve", status: "missed" }),
    row("Sample", 1, { region: "London", programme: "safety-valve", status: "unknown" }),
    row("Otherton", 1, { region: "London" }),
  ];

  it.each([
    [{ programme: "safety-valve" }, ["Exampleshire", "Sample"]],
    [{ region: "London" }, ["Otherton", "Sample"]],
    [{ region: "London", programme: "safety-valve" }, ["Sample"]],
    [{ region: "Atlantis" }, []],
    [{ status: "missed" }, ["Exampleshire"]],
    [{ status: "no-agreement", region: "London" }, ["Otherton"]],
    [{ sort: "status" }, ["Exampleshire", "Sample", "Otherton"]],
    [{ sort: "status", dir: "desc" }, ["Otherton", "Sample", "Exampleshire"]],
  ])("%o", (params, found) => expect(names(arrangeRows(rows, view(params)))).toEqual(found));
});

describe("searching", () => {
  const newshire = row("Newshire", 1, {
    dfeCode: "X03",
    gssCode: "X99000003",
    alsoKnownAs: ["Oldshire", "X02", "X99000002", "Newshire, City of"],
  });
  const rows = [newshire, row("Sample", 1, { region: "London" })];

  it.each([
    ["newshire", ["Newshire"]],
    ["oldsh", ["Newshire as Oldshire"]],
    ["x02", ["Newshire as X02"]],
    ["City of Newshire", ["Newshire"]],
    ["newhsire", ["Newshire, alike"]],
    ["N1", []],
    ["elsewhere", []],
    ["", ["Newshire", "Sample"]],
  ])("for %j shows %j", (q, found) =>
    expect(
      arrangeRows(rows, view({ q })).map(
        ({ row: { name }, foundAs, alike }) =>
          `${name}${foundAs === null ? "" : ` as ${foundAs}`}${alike ? ", alike" : ""}`,
      ),
    ).toEqual(found),
  );

  it("goes together with a filter", () => {
    expect(arrangeRows(rows, view({ q: "newshire", region: "London" }))).toEqual([]);
  });
});
