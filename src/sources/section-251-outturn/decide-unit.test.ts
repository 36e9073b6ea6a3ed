import { expect, it } from "vitest";
import { moneyOf } from "@/domain/money";
import { decideUnit } from "./decide-unit";

const year = (...amounts: number[]) => amounts.map((amount) => moneyOf(amount, "pound"));

it.each([
  ["£ million with decimals", [year(12.34567, -1.5, 584.07808)], "million"],
  ["whole £", [year(67_167_405, -1_250_000)], "pound"],
  ["the largest taken for £ million", [year(60_000, -40_000)], "million"],
  ["the smallest taken for £", [year(6_000_000, -4_000_000)], "pound"],
  ["surpluses count as much as deficits", [year(67_167_405, -67_167_405)], "pound"],
  ["a year of zeros says nothing", [year(0, 0), year(67_167_405)], "pound"],
])("%s", (_, years, unit) => {
  expect(decideUnit(years)).toEqual({ kind: "decided", unit });
});

it.each([
  ["above £ million, below £", [year(100_001)]],
  ["just below £", [year(9_999_999)]],
  ["as if in £ thousand", [year(67_167, 2_000_000)]],
  ["one year in £ million, another in £", [year(584.07808), year(67_167_405)]],
  ["only zeros", [year(0)]],
  ["no figure", []],
])("ambiguous: %s", (_, years) => {
  expect(decideUnit(years).kind).toBe("ambiguous");
});
