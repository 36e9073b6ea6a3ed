import { describe, expect, it } from "vitest";
import { inventedAgreement } from "./invented-agreement";
import { printAgreement, printAgreementWithPlaces } from "./print-agreement";
import { type MoneyStyle, printMoney, proseMoney } from "./print-money";

describe("printing in this process", () => {
  it("gives the same bytes for the same agreement, others for another", async () => {
    const once = await printAgreement(inventedAgreement("one"));
    expect(await printAgreement(inventedAgreement("one"))).toEqual(once);
    expect(await printAgreement(inventedAgreement("one", { total: 30_00 }))).not.toEqual(once);
  });

  it("begins the rest of a table on the next page where it's split", async () => {
    const split = inventedAgreement("split", { layout: { profile: { splitAfter: 3 } } });
    const { placed } = await printAgreementWithPlaces(split);
    const pages = placed.filter(({ of }) => of === "profile").map(({ page }) => page);
    expect(pages).toEqual([1, 1, 1, 2, 2]);
  });
});

describe("money in print", () => {
  const style: MoneyStyle = { unit: "million", decimals: 1, pound: true, suffix: "", negative: "hyphen" };
  it.each<[string, number, Partial<MoneyStyle>]>([
    ["£20.5", 20_500_000_00, {}],
    ["£20.50m", 20_500_000_00, { decimals: 2, suffix: "m" }],
    ["20.528", 20_528_000_00, { decimals: 3, pound: false }],
    ["-£3.2", -3_200_000_00, {}],
    ["\u2212£3.2", -3_200_000_00, { negative: "minus" }],
    ["(£3.2)", -3_200_000_00, { negative: "brackets" }],
    ["£-3.2", -3_200_000_00, { negative: "inner" }],
    ["£0.00", 0, { decimals: 2 }],
    ["nil", 0, { zero: "nil" }],
    ["20,528", 20_528_000_00, { unit: "thousand", decimals: 0, pound: false }],
    ["£20,528,000", 20_528_000_00, { unit: "pound", decimals: 0 }],
    ["£\u00a00.5", 500_000_00, { gap: "\u00a0" }],
  ])("%s", (printed, amount, changes) => {
    expect(printMoney(amount, { ...style, ...changes })).toBe(printed);
  });

  it("never rounds", () => {
    expect(() => printMoney(20_528_000_00, style)).toThrow("can't be printed");
  });

  it.each([
    ["£20.5 million", 20_500_000_00],
    ["£20.0 million", 20_000_000_00],
    ["£20.528 million", 20_528_000_00],
    ["£20,528,100", 20_528_100_00],
  ])("in a sentence: %s", (printed, amount) => {
    expect(proseMoney(amount)).toBe(printed);
  });
});
