import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  type MoneyUnit,
  magnitude,
  moneyOf,
  NO_MONEY,
  negate,
  pence,
  subtract,
  sum,
  wholePounds,
} from "./money";

/** Up to £50bn either way, the size of the whole grant. */
const amounts = fc.integer({ min: -5_000_000_000_000, max: 5_000_000_000_000 });

describe("pence", () => {
  it.each([0, 1, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])("%d is money", (amount) => {
    expect(pence(amount)).toBe(amount);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])("%d isn't", (amount) => {
    expect(() => pence(amount)).toThrow(RangeError);
  });

  it("knows no negative zero", () => {
    expect(Object.is(pence(-0), 0)).toBe(true);
    expect(Object.is(negate(NO_MONEY), 0)).toBe(true);
  });
});

describe("moneyOf", () => {
  it.each<[number, MoneyUnit, number]>([
    [1, "pound", 100],
    [1, "thousand", 100_000],
    [1, "million", 100_000_000],
    [1, "billion", 100_000_000_000],
    [67_167_405, "pound", 6_716_740_500],
    [34.217996115640986, "million", 3_421_799_612],
    [6279.123139320404, "million", 627_912_313_932],
    [0.004, "pound", 0],
    [0.005, "pound", 1],
    [0.015, "pound", 2],
    [1.005, "pound", 101],
    [-1.005, "pound", -101],
    [-0.004, "pound", 0],
    [0.1 + 0.2, "million", 30_000_000],
  ])("%d %s is %i pence", (amount, unit, expected) => {
    expect(Object.is(moneyOf(amount, unit), expected)).toBe(true);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15])("%d billion can't be held", (amount) => {
    expect(() => moneyOf(amount, "billion")).toThrow(RangeError);
  });

  it("gives back every amount that was written in pounds and pence", () => {
    fc.assert(fc.property(amounts, (amount) => moneyOf(amount / 100, "pound") === amount));
  });

  it("gives back every amount that was written in millions", () => {
    fc.assert(fc.property(amounts, (amount) => moneyOf(amount / 100_000_000, "million") === amount));
  });

  it("treats deficits and surpluses alike", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50_000, noNaN: true }), (amount) => {
        expect(moneyOf(-amount, "million")).toBe(negate(moneyOf(amount, "million")));
      }),
    );
  });
});

describe("arithmetic", () => {
  it("adds, subtracts and sums to the penny", () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 200 }), amounts, (list, extra) => {
        const monies = list.map(pence);
        const total = sum(monies);
        expect(subtract(add(total, pence(extra)), pence(extra))).toBe(total);
        expect(sum([...monies].reverse())).toBe(total);
        expect(magnitude(negate(total))).toBe(magnitude(total));
      }),
    );
  });

  it("refuses a sum too large to be exact", () => {
    expect(() => add(pence(Number.MAX_SAFE_INTEGER), pence(1))).toThrow(RangeError);
    expect(sum([])).toBe(NO_MONEY);
  });
});

describe("wholePounds", () => {
  it.each([
    [199, 1],
    [100, 1],
    [99, 0],
    [-99, 0],
    [-100, -1],
    [-199, -1],
  ])("%i pence is £%i", (amount, pounds) => {
    expect(Object.is(wholePounds(pence(amount)), pounds)).toBe(true);
  });

  it("is never further from zero than the amount, and less than a pound from it", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const cut = Math.abs(wholePounds(pence(amount)) * 100);
        return cut <= Math.abs(amount) && Math.abs(amount) - cut < 100;
      }),
    );
  });
});
