import { describe, expect, it } from "vitest";
import { correctionChangeWords, correctionWords } from "./correction";

const correction = {
  originalGbp: 25_000_000,
  reason: "A digit too many.",
  source: { title: "Letter of the council", url: null },
  correctedOn: "2026-01-31",
};

describe("a correction in words", () => {
  it.each([
    [{}, "published as £25,000,000; A digit too many; Letter of the council, 31 January 2026"],
    [{ reason: "No stop" }, "published as £25,000,000; No stop; Letter of the council, 31 January 2026"],
    [{ originalGbp: -1 }, "published as −£1; A digit too many; Letter of the council, 31 January 2026"],
  ])("%j", (wish, words) => {
    expect(correctionWords({ ...correction, ...wish })).toBe(words);
  });

  it.each([
    [{}, "A digit too many; Letter of the council, 31 January 2026."],
    [
      { withdrawnBecause: "The council was mistaken." },
      "The council was mistaken. It had been: A digit too many; Letter of the council, 31 January 2026.",
    ],
  ])("beside a change: %j", (wish, words) => {
    expect(correctionChangeWords({ ...correction, ...wish })).toBe(words);
  });
});
