import { describe, expect, it } from "vitest";
import { foundWords } from "./search";

const found = (count: number, alike = false) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ name: `Exampleshire ${index}`, slug: `exampleshire-${index}`, region: "South East" },
    ...{ foundAs: null, alike },
  }));

describe("what a search says aloud", () => {
  it.each([
    [0, 0, false, "No council answers to that."],
    [1, 1, false, "1 council. Choose with the arrow keys."],
    [3, 3, false, "3 councils. Choose with the arrow keys."],
    [12, 8, false, "12 councils, the first 8 shown. Choose with the arrow keys."],
    [1, 1, true, "Nothing is written so; 1 council spelt alike. Choose with the arrow keys."],
  ])("of %i councils, %i shown, alike %s", (count, shown, alike, words) =>
    expect(foundWords({ count, found: found(shown, alike) })).toBe(words),
  );
});
