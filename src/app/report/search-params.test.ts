import { describe, expect, it } from "vitest";
import { readReportView } from "./search-params";

describe("the address of the form for errors", () => {
  it.each<[string, Record<string, string | string[]>, object]>([
    ["nothing", {}, {}],
    ["a figure", { figure: "3f2a9c1b2d3e;cell=C5" }, { figure: "3f2a9c1b2d3e;cell=C5" }],
    ["the first of two flags", { flag: ["351-target-moved", "x"] }, { flag: "351-target-moved" }],
    ["a council", { council: " kent " }, { council: "kent" }],
    ["what a form handed on", { council: "kent", slip: "sealed" }, { council: "kent", slip: "sealed" }],
    ["a place as long as it may be", { figure: "x".repeat(600) }, { figure: "x".repeat(600) }],
    ["a longer one", { figure: "x".repeat(601) }, {}],
    ["an empty one", { flag: "" }, {}],
    ["something else", { colour: "red" }, {}],
  ])("says %s", (_what, params, view) => expect(readReportView(params)).toEqual(view));
});
