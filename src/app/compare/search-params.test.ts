import { describe, expect, it } from "vitest";
import { type CompareView, csvOfCompareView, hrefOfCompareView, readCompareView } from "./search-params";

const plain: CompareView = { typed: [], measure: "net", scale: "value", notUnderstood: [] };

describe("the address of a comparison", () => {
  it.each<[string, CompareView]>([
    ["/compare", plain],
    ["/compare?a=kent", { ...plain, typed: ["kent"] }],
    ["/compare?a=kent&b=devon&c=bury", { ...plain, typed: ["kent", "devon", "bury"] }],
    [
      "/compare?a=kent&measure=block&scale=index",
      { ...plain, typed: ["kent"], measure: "block", scale: "index" },
    ],
  ])("%s says the same there and back", (href, view) => {
    expect(hrefOfCompareView(view)).toBe(href);
    expect(readCompareView(Object.fromEntries(new URL(href, "http://localhost").searchParams))).toEqual(view);
  });

  it.each([
    [
      { b: "kent", a: " devon " },
      { ...plain, typed: ["devon", "kent"] },
    ],
    [{ council: ["kent", "devon"] }, { ...plain, typed: ["kent", "devon"] }],
    [
      { a: "kent", council: "devon" },
      { ...plain, typed: ["kent", "devon"] },
    ],
    [
      { a: "kent", b: "kent", c: "" },
      { ...plain, typed: ["kent"] },
    ],
    [{ a: "x".repeat(300) }, { ...plain, typed: ["x".repeat(100)] }],
    [
      { measure: "colour", scale: "large" },
      { ...plain, notUnderstood: ["colour", "large"] },
    ],
    [{ measure: "", scale: "" }, plain],
  ])("%j is read kindly", (params, view) => expect(readCompareView(params)).toEqual(view));

  it("has a file of the same figures", () => {
    expect(csvOfCompareView({ ...plain, typed: ["kent"], measure: "gross" })).toBe(
      "/compare/table.csv?a=kent&measure=gross",
    );
  });
});
