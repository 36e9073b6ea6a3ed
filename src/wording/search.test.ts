import { describe, expect, it } from "vitest";
import { foundWords, shownWords } from "./search";

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

describe("what the table of councils says of its rows", () => {
  it.each([
    [3, false, "All 3 councils"],
    [2, false, "2 of 3 councils"],
    [0, false, "0 of 3 councils"],
    [1, true, "Nothing is written so. Spelt alike: 1 of 3 councils"],
  ])("%i of three, alike %s", (count, alike, words) =>
    expect(shownWords(found(count, alike), 3)).toBe(words),
  );
});
