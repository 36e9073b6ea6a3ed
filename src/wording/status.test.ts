import { describe, expect, it } from "vitest";
import { PROGRAMMES, STATUSES } from "@/shapes/api-shapes";
import { GRAVEST_FIRST, inRegion, PROGRAMMES_IN_ORDER, statusSentence, statusWord } from "./status";

describe("statuses", () => {
  it("have different words, so that colour never carries the meaning alone", () => {
    expect(new Set(STATUSES.map(statusWord)).size).toBe(STATUSES.length);
  });

  it("and programmes are all offered", () => {
    expect([...GRAVEST_FIRST].sort()).toEqual([...STATUSES].sort());
    expect([...PROGRAMMES_IN_ORDER].sort()).toEqual([...PROGRAMMES].sort());
  });

  it("say plainly that nothing is judged yet", () => {
    expect(statusSentence("unknown")).toBe("We do not judge this promise yet.");
  });
});

describe("a region in a sentence", () => {
  it.each([
    ["South East", "in the South East"],
    ["East of England", "in the East of England"],
    ["West Midlands", "in the West Midlands"],
    ["London", "in London"],
    ["Yorkshire and The Humber", "in Yorkshire and The Humber"],
  ])("%s", (region, words) => expect(inRegion(region)).toBe(words));
});
