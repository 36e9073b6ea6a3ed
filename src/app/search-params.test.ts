import { describe, expect, it } from "vitest";
import { hrefOfFrontView, readFrontView, WHOLE_COUNTRY } from "./search-params";

describe("the front page's address", () => {
  it.each([
    [{}, {}],
    [{ status: "at-risk" }, { status: "at-risk" }],
    [{ status: "lost" }, {}],
    [
      { programme: "safety-valve", year: "2023-24" },
      { programme: "safety-valve", year: "2023-24" },
    ],
    [{ year: "2023" }, {}],
    [{ year: "" }, {}],
    [{ region: " South West " }, { region: "South West" }],
    [{ region: "" }, {}],
    [{ status: ["missed", "at-risk"] }, { status: "missed" }],
  ])("%j means %j", (params, view) => {
    expect(readFrontView(params)).toEqual({ ...WHOLE_COUNTRY, ...view });
  });

  it.each([
    [{}, "/#map"],
    [{ status: "missed", year: "2023-24" }, "/?status=missed&year=2023-24#map"],
    [{ region: "Yorkshire and The Humber" }, "/?region=Yorkshire+and+The+Humber#map"],
  ] as const)("of %j is %s", (view, href) => {
    expect(hrefOfFrontView({ ...WHOLE_COUNTRY, ...view })).toBe(href);
  });
});
