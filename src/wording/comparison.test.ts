import { describe, expect, it } from "vitest";
import type { ComparedRatio } from "@/shapes/comparison-shape";
import { formatPercent, formatPerPlan, noRatioWords, placesWords } from "./comparison";

const place = (rank: number, of: number, tiedWith = 0) => ({ rank, of, tiedWith });
const ratio = (own: Partial<ComparedRatio> = {}): ComparedRatio => ({
  value: 20,
  england: null,
  region: null,
  neighbours: null,
  ...own,
});

describe("a ratio in words", () => {
  it.each([
    [24.34, "24.3%"],
    [0, "0.0%"],
    [-3.06, "surplus 3.1%"],
  ])("%d per cent of the block", (value, words) => expect(formatPercent(value)).toBe(words));

  it.each([
    [5530, "£5,530"],
    [-212, "surplus £212"],
  ])("%d pounds for each plan", (value, words) => expect(formatPerPlan(value)).toBe(words));

  it("or why there is none", () => {
    expect(noRatioWords({ what: "ehc-plans", reason: "not-held" })).toBe(
      "the count of plans: we do not hold it",
    );
  });
});

describe("places", () => {
  it.each([
    [
      ratio({ england: place(1, 149), region: place(2, 18), neighbours: place(3, 11) }),
      "1st of 149 in England, 2nd of 18 in the South East, 3rd of 11 with its neighbours; 1st is the largest",
    ],
    [ratio({ england: place(11, 149, 2) }), "11th equal of 149 in England; 1st is the largest"],
    [
      ratio({ england: place(112, 149), region: place(21, 33) }),
      "112th of 149 in England, 21st of 33 in the South East; 1st is the largest",
    ],
    [ratio(), null],
  ])("%#", (places, words) =>
    expect(placesWords(places, { region: "South East", chosen: false })).toBe(words),
  );

  it("among councils that a reader chose aren't called neighbours", () =>
    expect(placesWords(ratio({ neighbours: place(3, 11) }), { region: "South East", chosen: true })).toBe(
      "3rd of 11 with the councils chosen; 1st is the largest",
    ));
});
