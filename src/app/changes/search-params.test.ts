import { describe, expect, it } from "vitest";
import { hrefOfChangesView, readChangesView } from "./search-params";

const NOTHING = { authority: null, kind: null, document: null, cursor: null };
const SHA256 = "a".repeat(64);

describe("the address of the changes", () => {
  it.each([
    [{}, NOTHING, "/changes"],
    [{ authority: "kent" }, { ...NOTHING, authority: "kent" }, "/changes?authority=kent"],
    [
      { authority: ["kent", "bury"], kind: "total-changed", document: SHA256, cursor: "abc" },
      { authority: "kent", kind: "total-changed", document: SHA256, cursor: "abc" },
      `/changes?authority=kent&kind=total-changed&document=${SHA256}&cursor=abc`,
    ],
    [{ authority: " ", kind: "everything", document: "../x", cursor: "" }, NOTHING, "/changes"],
  ])("%j", (params, view, href) => {
    expect(readChangesView(params)).toEqual(view);
    expect(hrefOfChangesView(readChangesView(params))).toBe(href);
  });
});
