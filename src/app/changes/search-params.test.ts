import { describe, expect, it } from "vitest";
import { hrefOfChangesView, readChangesView } from "./search-params";

const NOTHING = { authority: null, kind: null, document: null, cursor: null, page: 1 };
const SHA256 = "a".repeat(64);

describe("the address of the changes", () => {
  it.each([
    [{}, NOTHING, "/changes"],
    [{ authority: "kent" }, { ...NOTHING, authority: "kent" }, "/changes?authority=kent"],
    [
      { authority: ["kent", "bury"], kind: "total-changed", document: SHA256, cursor: "abc" },
      { authority: "kent", kind: "total-changed", document: SHA256, cursor: "abc", page: 1 },
      `/changes?authority=kent&kind=total-changed&document=${SHA256}&cursor=abc`,
    ],
    [
      { document: SHA256, page: "3" },
      { ...NOTHING, document: SHA256, page: 3 },
      `/changes?document=${SHA256}&page=3`,
    ],
    [{ page: "3" }, { ...NOTHING, page: 3 }, "/changes"],
    [{ document: SHA256, page: "0" }, { ...NOTHING, document: SHA256 }, `/changes?document=${SHA256}`],
    [
      { document: SHA256, page: "999" },
      { ...NOTHING, document: SHA256, page: 50 },
      `/changes?document=${SHA256}&page=50`,
    ],
    [{ page: "-1e9" }, NOTHING, "/changes"],
    [{ authority: " ", kind: "everything", document: "../x", cursor: "" }, NOTHING, "/changes"],
  ])("%j", (params, view, href) => {
    expect(readChangesView(params)).toEqual(view);
    expect(hrefOfChangesView(readChangesView(params))).toBe(href);
  });
});
