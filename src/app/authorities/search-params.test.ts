import { describe, expect, it } from "vitest";
import {
  type CouncilView,
  csvOfCouncilView,
  hrefOfCouncilView,
  isSearch,
  readCouncilView,
  sortedBy,
} from "./search-params";

const plain: CouncilView = { q: "", programme: null, status: null, region: null, sort: "name", dir: "asc" };

describe("the address of the table of councils", () => {
  it.each<[string, CouncilView]>([
    ["/authorities", plain],
    ["/authorities?q=kent&sort=name", { ...plain, q: "kent" }],
    ["/authorities?programme=safety-valve", { ...plain, programme: "safety-valve" }],
    ["/authorities?status=at-risk", { ...plain, status: "at-risk" }],
    ["/authorities?sort=status", { ...plain, sort: "status" }],
    ["/authorities?region=South+East", { ...plain, region: "South East" }],
    ["/authorities?sort=deficit", { ...plain, sort: "deficit", dir: "desc" }],
    ["/authorities?sort=deficit&dir=asc", { ...plain, sort: "deficit", dir: "asc" }],
    ["/authorities?sort=name&dir=desc", { ...plain, sort: "name", dir: "desc" }],
  ])("%s says the same there and back", (href, view) => {
    expect(hrefOfCouncilView(view)).toBe(href);
    const params = Object.fromEntries(new URL(href, "http://localhost").searchParams);
    expect(readCouncilView(params)).toEqual(view);
  });

  it.each([
    [{ sort: "colour" }, plain],
    [{ programme: "none" }, plain],
    [{ status: "splendid" }, plain],
    [{ dir: "sideways" }, plain],
    [{ q: ["kent", "devon"] }, { ...plain, q: "kent" }],
    [{ q: "  kent " }, { ...plain, q: "kent" }],
    [{ region: "" }, plain],
  ])("%o is read kindly", (params, view) => expect(readCouncilView(params)).toEqual(view));
});

describe("choosing a head", () => {
  it("sorts sums from the largest, words from A", () => {
    expect(sortedBy(plain, "deficit")).toMatchObject({ sort: "deficit", dir: "desc" });
    expect(sortedBy({ ...plain, sort: "deficit", dir: "desc" }, "region")).toMatchObject({
      sort: "region",
      dir: "asc",
    });
  });

  it("turns the order round the second time", () => {
    expect(sortedBy(sortedBy(plain, "deficit"), "deficit")).toMatchObject({ sort: "deficit", dir: "asc" });
  });
});

describe("a search", () => {
  it.each([
    [{ q: "kent" }, true],
    [{ q: ["kent", "devon"] }, true],
    [{ q: "kent", region: undefined }, true],
    [{ q: " " }, false],
    [{}, false],
    [{ q: "kent", sort: "name" }, false],
    [{ region: "London" }, false],
  ])("is words and nothing else: %o is one: %s", (params, search) => expect(isSearch(params)).toBe(search));

  it("is never what the table says of itself", () => {
    const params = new URL(hrefOfCouncilView({ ...plain, q: "kent" }), "http://localhost").searchParams;
    expect(isSearch(Object.fromEntries(params))).toBe(false);
  });
});

describe("the file of a view", () => {
  it("has the view's address behind another path", () => {
    expect(csvOfCouncilView(plain)).toBe("/authorities/table.csv");
    expect(csvOfCouncilView({ ...plain, sort: "deficit", dir: "desc" })).toBe(
      "/authorities/table.csv?sort=deficit",
    );
  });
});
