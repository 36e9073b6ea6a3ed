import { describe, expect, it } from "vitest";
import type { AuthorityRow } from "@/shapes/answer-shapes";
import { answersTo, arrangeRows, foundAs } from "./arrange-rows";
import { type CouncilView, readCouncilView } from "./search-params";

const source = {
  publication: "section-251-outturn",
  title: "Return",
  url: "https://example.org",
  snapshotSha256: "0".repeat(64),
  retrievedAt: "2026-11-23T09:00:00.000Z",
  locator: {},
  origin: "archive",
  licence: "OGL",
} as const;

function row(name: string, deficitGbp: number | null, rest: Partial<AuthorityRow> = {}): AuthorityRow {
  return {
    gssCode: "X99000001",
    dfeCode: "X01",
    name,
    slug: name.toLowerCase().replaceAll(" ", "-"),
    region: "South East",
    type: "county",
    programme: "unknown",
    status: "no-agreement",
    latestOutturn: null,
    openFlags: 0,
    alsoKnownAs: [],
    latestNetOutturn:
      deficitGbp === null
        ? null
        : {
            asAt: "2024-03-31",
            asAtInferred: false,
            deficitGbp,
            basis: "net",
            scope: "dsg",
            after: { safetyValve: "yes", stabilityGrant: "no", localContribution: "unknown" },
            kind: "outturn",
            source,
          },
    latestVerdict: null,
    latestAllocation: null,
    latestEhcPlans: null,
    balanceHistory: [],
    ...rest,
  };
}

const view = (params: Record<string, string> = {}): CouncilView => readCouncilView(params);
const names = (rows: readonly AuthorityRow[]) => rows.map(({ name }) => name);

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

  it.each([
    ["newshire", true],
    ["NEW", true],
    ["shire", true],
    ["oldshire", true],
    ["x03", true],
    ["X99000002", true],
    ["X02", true],
    ["City of Newshire", true],
    ["99000003", false],
    ["E10000002", false],
    ["N1", false],
    ["council", false],
    ["elsewhere", false],
  ])("%s finds Newshire: %s", (q, found) => expect(answersTo(newshire, q)).toBe(found));

  it("says by which other name it was found", () => {
    expect(foundAs(newshire, "oldsh")).toBe("Oldshire");
    expect(foundAs(newshire, "x02")).toBe("X02");
    expect(foundAs(newshire, "newsh")).toBeNull();
    expect(foundAs(newshire, "")).toBeNull();
  });
});
