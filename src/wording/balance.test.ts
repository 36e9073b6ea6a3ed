import { describe, expect, it } from "vitest";
import {
  balanceLine,
  basisWords,
  deficitCell,
  deficitNoun,
  deficitWords,
  errorWords,
  ownMoneyWords,
} from "./balance";
import { formatExactGbp } from "./money";

describe("a deficit in words", () => {
  it.each([
    [67_167_405, "a deficit of £67.2 million", "£67,167,405"],
    [1, "a deficit of £1", "£1"],
    [0, "neither a deficit nor a surplus", "£0"],
    [-1, "a surplus of £1", "surplus £1"],
    [-1_300_000, "a surplus of £1.3 million", "surplus £1,300,000"],
  ])("%d", (deficit, words, cell) => {
    expect(deficitWords(deficit)).toBe(words);
    expect(deficitCell(deficit)).toBe(cell);
  });

  it.each([
    [1, "deficit"],
    [0, "balance"],
    [-1, "surplus"],
  ])("names %d", (deficit, noun) => expect(deficitNoun(deficit)).toBe(noun));

  it("prints every pound on request", () => {
    expect(deficitWords(67_167_405, formatExactGbp)).toBe("a deficit of £67,167,405");
  });

  it("names the basis and the day", () => {
    expect(basisWords("net")).toBe("after DfE money (net)");
    expect(balanceLine({ basis: "gross", asAt: "2024-03-31" })).toBe(
      "before DfE money (gross), 31 March 2024",
    );
    expect(balanceLine({ basis: "unknown", asAt: "2024-03-31" })).toBe("basis not stated, 31 March 2024");
  });

  it("states the error of what was worked out", () => {
    expect(errorWords(72_000)).toBe("± £72,000");
  });
});

describe("the council's own money", () => {
  it.each([
    ["yes", "after the council’s own contributions"],
    ["no", "before the council’s own contributions"],
    ["unknown", null],
  ] as const)("%s", (after, words) => expect(ownMoneyWords(after)).toBe(words));
});
