import { describe, expect, it } from "vitest";
import type { CalendarDate } from "@/domain/calendar-date";
import type { AuthorityRecord } from "@/generated/prisma/client";
import { type CouncilEntry, councilsOf } from "./councils";

const TODAY = "2026-11-23" as CalendarDate;

function entry(slug: string, record: Partial<AuthorityRecord>): CouncilEntry {
  return {
    slug,
    record: {
      commonName: slug,
      validFrom: "2009-04-01",
      validTo: null,
      predecessorGssCodes: [],
      successorGssCodes: [],
      ...record,
    } as AuthorityRecord,
  };
}

// Exampleshire lives on under a new ONS code; Oldshire ended with its code and became two councils.
const councils = councilsOf(
  [
    entry("exampleshire", { dfeCode: "X01", gssCode: "X99000001", validTo: "2023-03-31" }),
    entry("exampleshire", {
      dfeCode: "X01",
      gssCode: "X99000011",
      validFrom: "2023-04-01",
      predecessorGssCodes: ["X99000001"],
    }),
    entry("oldshire", {
      dfeCode: "X02",
      gssCode: "X99000002",
      validTo: "2021-03-31",
      successorGssCodes: ["X99000003", "X99000004"],
    }),
    entry("north-oldshire", { dfeCode: "X03", gssCode: "X99000003", validFrom: "2021-04-01" }),
    entry("south-oldshire", { dfeCode: "X04", gssCode: "X99000004", validFrom: "2021-04-01" }),
    entry("last-day", { dfeCode: "X05", gssCode: "X99000005", validTo: "2026-11-23" }),
    entry("day-too-late", { dfeCode: "X06", gssCode: "X99000006", validTo: "2026-11-22" }),
    entry("not-yet", { dfeCode: "X07", gssCode: "X99000007", validFrom: "2026-11-24" }),
  ],
  TODAY,
);

describe("a council by any code", () => {
  it.each([
    ["its ONS code", "X99000011", "X99000011"],
    ["its DfE code", "X01", "X99000011"],
    ["its address name", "exampleshire", "X99000011"],
    ["an abolished ONS code whose DfE code lives on", "X99000001", "X99000011"],
    ["an ended council's ONS code", "X99000002", "X99000002"],
    ["an ended council's DfE code", "X02", "X99000002"],
    ["an ended council's address name", "oldshire", "X99000002"],
    ["lower case", "x99000011", "X99000011"],
    ["upper case", "EXAMPLESHIRE", "X99000011"],
    ["a code nobody has", "X99", undefined],
    ["part of a name", "example", undefined],
    ["nothing", "", undefined],
  ])("%s", (_, code, gssCode) => {
    expect(councils.find(code)?.record.gssCode).toBe(gssCode);
  });
});

describe("live councils", () => {
  it("are those that exist today, each once, by name", () => {
    expect(councils.live.map(({ slug }) => slug)).toEqual([
      "exampleshire",
      "last-day",
      "north-oldshire",
      "south-oldshire",
    ]);
  });

  it.each([
    ["2021-03-31", true],
    ["2021-04-01", false],
  ])("on %s Oldshire existed: %s", (day, existed) => {
    expect(councils.existingOn(day).has("X02")).toBe(existed);
    expect(councils.existingOn(day).has("X03")).toBe(!existed);
  });
});

describe("neighbours in time", () => {
  const gssCodes = (entries: readonly CouncilEntry[]) => entries.map(({ record }) => record.gssCode);
  const found = (code: string) => {
    const council = councils.find(code);
    if (!council) throw new Error(`No council ${code}.`);
    return council;
  };

  it.each([
    ["X01", ["X99000001"], []],
    ["X02", [], ["X99000003", "X99000004"]],
    ["X03", ["X99000002"], []],
  ])("%s comes from %j and goes into %j", (code, predecessors, successors) => {
    expect(gssCodes(councils.predecessors(found(code)))).toEqual(predecessors);
    expect(gssCodes(councils.successors(found(code)))).toEqual(successors);
  });
});
