import { describe, expect, it } from "vitest";
import {
  comparedCell,
  comparedLabel,
  comparedValue,
  comparedWhen,
  formatIndex,
  seriesWords,
} from "./compare";

describe("a compared value", () => {
  it.each([
    ["net", 67_167_405, "£67.2 million", "£67,167,405", "£67.2m"],
    ["net", -1_300_000, "surplus £1.3 million", "surplus £1,300,000", "\u2212£1.3m"],
    ["block", 24.34, "24.3%", "24.3%", "24.3%"],
    ["block", -3.06, "surplus 3.1%", "surplus 3.1%", "\u22123.1%"],
    ["plan", 5_530, "£5,530", "£5,530", "£5,530"],
    ["allocation", 311_663_662, "£311.7 million", "£311,663,662", "£311.7m"],
  ] as const)("by %s of %d is %s, %s, %s", (measure, value, sentence, cell, label) => {
    expect(comparedValue(measure, value)).toBe(sentence);
    expect(comparedCell(measure, value)).toBe(cell);
    expect(comparedLabel(measure, "value", value)).toBe(label);
  });

  it.each([
    [100, "100"],
    [133.6, "134"],
    [-49.6, "\u221250"],
    [-0.2, "0"],
  ])("as an index of %d is %s", (value, words) => expect(formatIndex(value)).toBe(words));

  it("holds at a year end, an allocation for a year", () => {
    expect(comparedWhen("net", "2024-03-31")).toBe("31 March 2024");
    expect(comparedWhen("allocation", "2024-03-31")).toBe("2023 to 2024");
  });
});

describe("what a line is", () => {
  const series = { version: null, planSource: null };
  it.each([
    [
      { ...series, basis: "gross", scope: "high-needs", kind: "forecast" },
      "before DfE money (gross), high needs only; forecast",
    ],
    [
      { ...series, basis: "net", scope: "dsg", kind: "actual" },
      "after DfE money (net), whole dedicated schools grant",
    ],
    [
      { ...series, basis: "net", scope: "dsg", kind: "planned", version: "original", planSource: "plan" },
      "after DfE money (net), whole dedicated schools grant; from the council’s own plan; version: original",
    ],
    [{ ...series, basis: null, scope: null, kind: "actual" }, ""],
  ] as const)("%j: %s", (one, words) => expect(seriesWords(one)).toBe(words));
});
