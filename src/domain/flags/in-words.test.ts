import { describe, expect, it } from "vitest";
import { date, year } from "@/testing/dossiers";
import { pence } from "../money";
import { dateWords, listWords, moneyWords, nounFor, sizeWords, yearEndWords, yearWords } from "./in-words";

describe("figures in sentences", () => {
  it.each([
    [2_260_000_000, "£22.6 million"],
    [2_000_000_000, "£20 million"],
    [-2_260_000_000, "£22.6 million"],
    [99_950_000, "£1 million"],
    [99_949_999, "£999,000"],
    [25_000_100, "£250,000"],
    [82_000, "£820"],
    [0, "£0"],
  ])("%d pence are %s", (amount, words) => expect(moneyWords(pence(amount))).toBe(words));

  it.each([
    [2_260_000_000, "deficit", "£22.6 million"],
    [0, "balance", "no deficit"],
    [-120_000_000, "balance", "a surplus of £1.2 million"],
  ])("a deficit of %d pence is a %s: %s", (deficit, noun, words) => {
    expect(nounFor(pence(deficit))).toBe(noun);
    expect(sizeWords(pence(deficit))).toBe(words);
  });

  it("years and days as GOV.UK writes them", () => {
    expect(yearWords(year("1999-00"))).toBe("1999 to 2000");
    expect(yearEndWords(year("2024-25"))).toBe("31 March 2025");
  });

  it.each([
    ["2024-03-01", "1 March 2024"],
    ["2024-12", "December 2024"],
    ["2024", "2024"],
  ])("%s is %s", (text, words) => expect(dateWords(date(text))).toBe(words));

  it("no date is said to be none", () => expect(dateWords(null)).toBe("day not stated"));

  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("%j in a row: %s", (parts, words) => expect(listWords(parts)).toBe(words));
});
