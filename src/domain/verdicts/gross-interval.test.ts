import { describe, expect, it } from "vitest";
import { aBalance, aGrantItem, aPayment, million, year } from "@/testing/dossiers";
import type { Known } from "../dsg/balance";
import { exactly, grantReceived, grossInterval } from "./gross-interval";
import { byRef } from "./held-figures";
import { receiptsUpTo } from "./receipts";

const payment = aPayment({ error: million(0.05) });
const receipts = (payments = [payment]) => receiptsUpTo(year("2024-25"), year("2024-25"), payments);
const afterMoney = (safetyValve: Known, stabilityGrant: Known = "no") =>
  aBalance({ error: million(0.1), after: { safetyValve, stabilityGrant, localContribution: "no" } });

it("a figure on the wanted basis is itself", () => {
  const balance = aBalance({ error: million(0.1) });
  expect(exactly(balance)).toEqual({
    low: million(10),
    high: million(10),
    error: million(0.1),
    complete: true,
    missing: null,
    refs: [balance.ref],
  });
});

describe("whether a balance is after the agreement's money", () => {
  it.each<[Known, (typeof payment)[], number, number | null, boolean]>([
    ["yes", [payment], 14, 14, true],
    ["no", [payment], 10, 10, true],
    ["unknown", [payment], 10, 14, false],
    ["yes", [], 10, 30, false],
    ["no", [], 10, 10, true],
    ["unknown", [], 10, 30, false],
  ])("%s, receipts %o", (safetyValve, payments, low, high, complete) => {
    expect(grossInterval(afterMoney(safetyValve), receipts(payments), million(20), null)).toMatchObject({
      low: million(low),
      high: high === null ? null : million(high),
      complete,
      missing: complete ? null : "receipts-incomplete",
    });
  });
});

describe("what it rests on", () => {
  const items = [aGrantItem("paid", { amount: million(3) }), aGrantItem("paid", { amount: million(3) })];

  it("the balance, the receipts, and the grant where it may be in it", () => {
    const of = (stabilityGrant: Known) => {
      const balance = afterMoney("yes", stabilityGrant);
      const { refs } = grossInterval(balance, receipts(), million(20), grantReceived(items.toReversed()));
      return refs.filter((ref) => ref !== balance.ref && ref !== payment.ref);
    };
    const grant = items.map(({ ref }) => ref);
    expect(of("no")).toEqual([]);
    expect(of("yes")).toEqual(grant);
    expect(of("unknown")).toEqual(grant);
    expect(grossInterval(afterMoney("yes", "yes"), receipts(), million(20), null).refs).toHaveLength(2);
  });

  it("both errors", () => {
    expect(grossInterval(afterMoney("yes"), receipts(), million(20), null).error).toBe(million(0.15));
  });
});

it("no cited payment of the grant is nothing known, not nothing paid", () => {
  expect(grantReceived([])).toBeNull();
  expect(grantReceived([aGrantItem("plan-approved", { amount: million(3) })])).toBeNull();
});

it.each([
  ["by number", { table: "b", id: 1 }, { table: "a", id: 2 }, -1],
  ["by table where the numbers are alike", { table: "a", id: 1 }, { table: "b", id: 1 }, -1],
  ["the same", { table: "a", id: 1 }, { table: "a", id: 1 }, 0],
])("rows stand in an order of their own: %s", (_, a, b, order) => {
  expect(Math.sign(byRef(a, b))).toBe(order);
  expect(Math.sign(byRef(b, a))).toBe(order === 0 ? 0 : -order);
});
