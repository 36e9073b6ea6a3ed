import { describe, expect, it } from "vitest";
import { begins, follows, leadingMark, numberDepth } from "./list-mark";

describe("the mark before an item", () => {
  it.each([
    ["3. Open two units", "3.", "Open two units"],
    ["3) Open", "3)", "Open"],
    ["(3) Open", "(3)", "Open"],
    ["3.1 Open", "3.1", "Open"],
    ["3.1. Open", "3.1.", "Open"],
    ["3.10.2 Open", "3.10.2", "Open"],
    ["a) Open", "a)", "Open"],
    ["(iv) Open", "(iv)", "Open"],
    ["A. Open", "A.", "Open"],
    ["\u2022 Open", "\u2022", "Open"],
    ["\uf0b7 Open", "\u2022", "Open"],
    ["\u2013 Open", "\u2013", "Open"],
  ])("%s", (text, mark, rest) => {
    expect(leadingMark(text)).toEqual({ mark, text: rest });
  });

  it.each([
    "3.2 million is paid",
    "3.5% of the block",
    "2022-23 is the first year",
    "2025. In later years",
    "31 March 2025",
    "-5.0",
    "a year",
    "and others",
    "i.e. all of them",
    "3.",
    "",
  ])("none: %s", (text) => {
    expect(leadingMark(text)).toBeNull();
  });

  it("a bare number only where it stands apart", () => {
    expect(leadingMark("3 The authority")).toBeNull();
    expect(leadingMark("3 The authority", { bareNumber: true })).toEqual({
      mark: "3",
      text: "The authority",
    });
  });
});

describe("what comes after what in a list", () => {
  it.each([
    ["3.1", "3.2", true],
    ["3.9", "3.10", true],
    ["3.1", "3.3", false],
    ["3.1", "4.2", false],
    ["3.", "4.", true],
    ["3.", "4)", false],
    ["(1)", "(2)", true],
    ["a)", "b)", true],
    ["a)", "B)", false],
    ["h)", "i)", true],
    ["i.", "ii.", true],
    ["iv)", "v)", true],
    ["i)", "j)", true],
    ["\u2022", "\u2022", true],
    ["\u2022", "\u25e6", false],
    ["3.1", "a)", false],
  ])("%s, %s: %s", (mark, next, after) => {
    expect(follows(mark, next)).toBe(after);
  });

  it.each([
    ["1.", true],
    ["4.1", true],
    ["a)", true],
    ["(i)", true],
    ["\u2022", true],
    ["2.", false],
    ["4.2", false],
    ["b)", false],
  ])("%s begins one: %s", (mark, first) => {
    expect(begins(mark)).toBe(first);
  });

  it.each([
    ["3.", 1],
    ["3)", 1],
    ["3", 1],
    ["3.1", 2],
    ["3.1.2.", 3],
    ["(3)", null],
    ["a)", null],
    ["\u2022", null],
  ])("%s is %s numbers deep", (mark, depth) => {
    expect(numberDepth(mark)).toBe(depth);
  });
});
