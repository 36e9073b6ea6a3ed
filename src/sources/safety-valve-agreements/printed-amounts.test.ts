import { describe, expect, it } from "vitest";
import { amountsIn, readCell, unitIn } from "./printed-amounts";

describe("amounts in a text", () => {
  it.each<[string, readonly number[]]>([
    ["£8.2 million before then, and £10m after", [820_000_000, 1_000_000_000]],
    ["£8,200,000.", [820_000_000]],
    ["£ 8.2\u00a0million", [820_000_000]],
    ["£450k, £0.5 million", [45_000_000, 50_000_000]],
    ["£5 more", [500]],
    ["an additional £m of DSG; 8.2 million", []],
  ])("%s", (text, pence) => {
    expect(amountsIn(text).map(({ amount }) => amount)).toEqual(pence);
  });
});

describe("the unit that words name", () => {
  it.each([
    ["Forecast deficit £m", "million"],
    ["Deficit (£ million)", "million"],
    ["Deficit (m)", "million"],
    ["all figures in £ millions", "million"],
    ["an additional £m of DSG by year end", "million"],
    ["£000s", "thousand"],
    ["£'000", "thousand"],
    ["£k", "thousand"],
    ["Deficit (£)", "pound"],
    ["£", "pound"],
    ["Forecast deficit", null],
    ["DfE pays £8.2 million", null],
    ["£8.2m", null],
  ])("%s: %s", (words, unit) => {
    expect(unitIn(words)).toBe(unit);
  });
});

describe("a cell", () => {
  it.each<[string, number]>([
    ["£20.5", 2_050_000_000],
    ["£20.50m", 2_050_000_000],
    ["20.528", 2_052_800_000],
    ["-£3.2", -320_000_000],
    ["(£3.2)", -320_000_000],
    ["£(3.2)m", -320_000_000],
    ["−3.2", -320_000_000],
    ["£0.00", 0],
    ["nil", 0],
    ["20.5*", 2_050_000_000],
    ["20.5²", 2_050_000_000],
    ["20.5 [1]", 2_050_000_000],
    ["20.5 (1)", 2_050_000_000],
    ["£20.5m (forecast)", 2_050_000_000],
    ["£20.5m (est.)", 2_050_000_000],
    ["£ 20 .5", 2_050_000_000],
    ["£20.5m deficit", 2_050_000_000],
    ["£20.5 million (paid in two instalments)", 2_050_000_000],
    ["c. £20.5m", 2_050_000_000],
    ["about 20.5", 2_050_000_000],
  ])("%s", (printed, amount) => {
    expect(readCell(printed, "million")).toMatchObject({ kind: "amount", amount });
  });

  it.each(["TBC", "TBC*", "To be confirmed in 2024", "-", "–", "", "n/a"])(
    "without an amount: %j",
    (printed) => {
      expect(readCell(printed, "million").kind).toBe("missing");
    },
  );

  it.each(["20.5 to 21.5", "£20.5m £21.5m", "£20.5m (of which £3m in May)", "see paragraph 3"])(
    "of no single amount: %j",
    (printed) => {
      expect(readCell(printed, "million").kind).toBe("unreadable");
    },
  );
});
