import { describe, expect, it } from "vitest";
import { moneyOf } from "../money";
import { ENGLAND, extentOf, PRACTICE } from "./extent";
import type { LocalAuthority } from "./local-authority";

function council(dfeCode: string, gssCode: string): LocalAuthority {
  return {
    ...{ dfeCode, gssCode, name: dfeCode, slug: dfeCode, region: "Practice", type: "county" },
    ...{ validFrom: "2009-04-01" as LocalAuthority["validFrom"], validTo: null },
    ...{ predecessorGssCodes: [], successorGssCodes: [], spellings: [], centroid: null },
  };
}

const EXAMPLESHIRE = council("X01", "X99000001");
const SAMPLETON = council("X02", "X99000002");

describe("extentOf", () => {
  it.each([
    ["no council", [], ENGLAND],
    ["real codes", [council("801", "E06000023")], ENGLAND],
    ["invented codes", [EXAMPLESHIRE, SAMPLETON], PRACTICE],
    ["one real council among invented ones", [EXAMPLESHIRE, council("801", "E06000023")], ENGLAND],
    ["a real nine-character code under an invented one", [council("X01", "E06000023")], ENGLAND],
    ["an invented nine-character code under a real one", [council("801", "X99000001")], ENGLAND],
  ])("%s", (_, authorities, extent) => {
    expect(extentOf(authorities)).toBe(extent);
  });
});

describe("the bounds", () => {
  it("of England are the published country's", () => {
    expect(ENGLAND).toEqual({
      country: "England",
      liveCouncils: { least: 100, most: 400 },
      highNeedsBlock: { least: moneyOf(3, "billion"), most: moneyOf(40, "billion") },
      mostMissing: 5,
      mostWithoutFigure: 5,
    });
  });

  it("of the practice set are England's for a dozen councils of 153", () => {
    expect(PRACTICE).toEqual({
      country: "practice",
      liveCouncils: { least: 12, most: 12 },
      highNeedsBlock: { least: moneyOf(235_294_118, "pound"), most: moneyOf(3_137_254_902, "pound") },
      mostMissing: 0,
      mostWithoutFigure: 1,
    });
  });
});
