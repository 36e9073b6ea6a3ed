import { describe, expect, it } from "vitest";
import { joinedLines, vocabularyOf } from "./join-lines";

describe("two lines of one paragraph", () => {
  it.each([
    ["in plain words", "the authority", "will report", "", "the authority will report"],
    ["a soft hyphen", "contri\u00ad", "bution", "", "contribution"],
    [
      "a word cut by a program",
      "an additional contri-",
      "bution of money",
      "",
      "an additional contribution of money",
    ],
    ["a compound by its first part", "a positive in-", "year balance", "", "a positive in-year balance"],
    ["a compound that the text has elsewhere", "the top-", "up funding", "top-up", "the top-up funding"],
    [
      "a compound of words that the text has",
      "a school-",
      "led review",
      "a school and a review",
      "a school-led review",
    ],
    ["a word that the text has whole", "the under-", "taking", "undertaking", "the undertaking"],
    ["a compound with a hyphen before", "up-to-", "date plans", "", "up-to-date plans"],
    ["a name", "the Stoke-", "Example area", "", "the Stoke-Example area"],
    ["a year", "by 2022-", "23 at the latest", "", "by 2022-23 at the latest"],
    ["a year with a dash", "by 2022\u2013", "23", "", "by 2022\u201323"],
    ["a year with a stroke", "by 2022/", "23", "", "by 2022/23"],
    ["two words with a stroke", "and/", "or", "", "and/or"],
    ["a dash between words", "the plan \u2013", "as agreed", "", "the plan \u2013 as agreed"],
  ])("%s", (_, first, second, elsewhere, text) => {
    const vocabulary = vocabularyOf([first, second, elsewhere]);
    expect(joinedLines([first, second], vocabulary)).toBe(text);
  });
});

it("a word that a line's end has cut is no word of the text", () => {
  expect([...vocabularyOf(["an additional contri-", "bution of money"])]).toEqual([
    "an",
    "additional",
    "of",
    "money",
  ]);
});
