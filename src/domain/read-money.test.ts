import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MoneyUnit } from "./money";
import { readMoney } from "./read-money";

describe("amounts as printed", () => {
  it.each<[string, MoneyUnit, number, number]>([
    // printed, unit of a bare number, pence, half a unit of the last digit in pence
    ["20,528,000", "pound", 2_052_800_000, 50],
    ["£1,232,194,659", "pound", 123_219_465_900, 50],
    ["1 232 194 659", "pound", 123_219_465_900, 50],
    ["20\u00a0528\u202f000", "pound", 2_052_800_000, 50],
    ["0", "pound", 0, 50],
    ["12.34", "pound", 1_234, 0],
    ["£20.5m", "pound", 2_050_000_000, 5_000_000],
    ["£20.50m", "pound", 2_050_000_000, 500_000],
    ["£20.528 million", "pound", 2_052_800_000, 50_000],
    ["£ 31.877m", "pound", 3_187_700_000, 50_000],
    ["2.6 mil", "pound", 260_000_000, 5_000_000],
    ["£1.2bn", "pound", 120_000_000_000, 5_000_000_000],
    ["£1.2 billion", "pound", 120_000_000_000, 5_000_000_000],
    ["450k", "pound", 45_000_000, 50_000],
    [".5m", "pound", 50_000_000, 5_000_000],
    ["20.528", "million", 2_052_800_000, 50_000],
    ["67.167405", "million", 6_716_740_500, 50],
    ["36.62515711564099", "million", 3_662_515_712, 0],
    ["0.005", "pound", 1, 0],
    ["0.004", "pound", 0, 0],
    ["£3.2m", "million", 320_000_000, 5_000_000],
    ["12", "thousand", 1_200_000, 50_000],
    ["nil", "million", 0, 0],
    ["Nil", "million", 0, 0],
    ["£0.00", "million", 0, 500_000],
    ["(3.2)", "million", -320_000_000, 5_000_000],
    ["(£3.2)", "million", -320_000_000, 5_000_000],
    ["(£3.2m)", "pound", -320_000_000, 5_000_000],
    ["£(27.079)m", "pound", -2_707_900_000, 50_000],
    ["(27.079) million", "pound", -2_707_900_000, 50_000],
    ["-£3.2m", "pound", -320_000_000, 5_000_000],
    ["£-3.2m", "pound", -320_000_000, 5_000_000],
    ["- £ 3.2 m", "pound", -320_000_000, 5_000_000],
    ["\u22123.2", "million", -320_000_000, 5_000_000],
    ["\u20133.2", "million", -320_000_000, 5_000_000],
    ["(-3.2)", "million", -320_000_000, 5_000_000],
    ["-£(3.2)m", "pound", -320_000_000, 5_000_000],
    ["+3.2", "million", 320_000_000, 5_000_000],
    ["\u00a020.5\u00a0m ", "pound", 2_050_000_000, 5_000_000],
    ["20.5²", "million", 2_050_000_000, 5_000_000],
    ["20.5¹²", "million", 2_050_000_000, 5_000_000],
    ["£20.5m [1]", "pound", 2_050_000_000, 5_000_000],
    ["20.5 [note 1]", "million", 2_050_000_000, 5_000_000],
    ["20.5 [r]", "million", 2_050_000_000, 5_000_000],
  ])("%s (in %s) is %i pence within %i", (printed, unit, amount, roundedWithin) => {
    expect(readMoney(printed, unit)).toEqual({ kind: "amount", amount, roundedWithin });
  });
});

describe("marks for what isn't there", () => {
  it.each([
    ["", "not-available"],
    [" ", "not-available"],
    ["-", "not-available"],
    ["–", "not-available"],
    ["—", "not-available"],
    [":", "not-available"],
    ["..", "not-available"],
    ["x", "not-available"],
    ["[x]", "not-available"],
    ["TBC", "not-available"],
    ["To be confirmed", "not-available"],
    ["TBD", "not-available"],
    ["to be agreed", "not-available"],
    ["z", "not-applicable"],
    ["[z]", "not-applicable"],
    ["n/a", "not-applicable"],
    ["c", "confidential"],
    ["[c]", "confidential"],
    ["low", "low"],
    ["[low]", "low"],
    ["k", "low"],
    ["~", "low"],
  ])("%j: %s", (printed, reason) => {
    expect(readMoney(printed)).toEqual({ kind: "missing", reason });
  });
});

describe("what isn't one amount", () => {
  it.each([
    "almost £72m",
    "£31-£37m",
    "£31m to £37m",
    "£16.13m, £16m",
    "£ 31.877m (£ 29.267m)",
    "1,23",
    "12,34,567",
    "1.2.3",
    "1,234.5.6",
    "20.5 pounds",
    "20.5%",
    "£",
    "m",
    "()",
    "(3.2",
    "(+3.2)",
    "--3.2",
    "-£-3.2",
    "1e6",
    "[1]",
    "see note",
    "99999999999999999999",
  ])("%s is unreadable, and kept as printed", (printed) => {
    expect(readMoney(printed)).toEqual({ kind: "unreadable", printed });
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) =>
        ["amount", "missing", "unreadable"].includes(readMoney(text).kind),
      ),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[-+(£]{0,3}[\d,.]{0,9}[)mk ]{0,3}$/), (text) => {
        expect(["amount", "missing", "unreadable"]).toContain(readMoney(text, "million").kind);
      }),
    );
  });
});

describe("every spelling of one amount", () => {
  const pounds = fc.integer({ min: 0, max: 50_000_000_000 });

  it("reads the same", () => {
    fc.assert(
      fc.property(pounds, (amount) => {
        const grouped = amount.toLocaleString("en-GB");
        const millions = (BigInt(amount) / 1_000_000n).toString();
        const rest = (amount % 1_000_000).toString().padStart(6, "0");
        for (const printed of [
          `${amount}`,
          grouped,
          `£${grouped}`,
          `${grouped}.00`,
          `£${millions}.${rest}m`,
        ]) {
          expect(readMoney(printed)).toMatchObject({ kind: "amount", amount: amount * 100 });
        }
        for (const printed of [`(${grouped})`, `-${amount}`, `-£${grouped}`, `(£${millions}.${rest}m)`]) {
          expect(readMoney(printed)).toMatchObject({ amount: amount === 0 ? 0 : -amount * 100 });
        }
      }),
    );
  });

  it("is never further from the truth than its printed precision", () => {
    fc.assert(
      fc.property(pounds, fc.integer({ min: 0, max: 3 }), (amount, decimals) => {
        const read = readMoney(`£${(amount / 1_000_000).toFixed(decimals)}m`);
        if (read.kind !== "amount") throw new Error("unread");
        expect(Math.abs(read.amount - amount * 100)).toBeLessThanOrEqual(read.roundedWithin);
      }),
    );
  });
});
