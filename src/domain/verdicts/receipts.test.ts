import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEDGER_YEARS, type Ledger, toldOfLedgers } from "@/testing/arbitrary-dossiers";
import { aPayment, date, day, million, year } from "@/testing/dossiers";
import type { FinancialYear } from "../financial-year";
import { pence } from "../money";
import { accountingYears } from "./accounting-years";
import type { HeldPayment } from "./held-figures";
import { isExact, receiptsIn, receiptsUpTo } from "./receipts";

const SIGNED = year("2021-22");

const inYear = (text: string, amount: number, own: Partial<HeldPayment> = {}) =>
  aPayment({ financialYear: year(text), amount: million(amount), ...own });
const instalment = (text: string, amount: number, own: Partial<HeldPayment> = {}) =>
  inYear(text, amount, { covers: "instalment", ...own });
const cumulative = (through: string, amount: number) =>
  aPayment({ financialYear: null, covers: "cumulative", throughDate: day(through), amount: million(amount) });

function upTo(text: string, payments: readonly HeldPayment[]) {
  const { sure, unsure, complete, missing } = receiptsUpTo(year(text), SIGNED, payments);
  return { sure: sure / 1e8, unsure: unsure / 1e8, complete, missing };
}

const known = (sure: number, unsure = 0) => ({ sure, unsure, complete: true, missing: [] });
const atLeast = (sure: number, ...missing: string[]) => ({ sure, unsure: 0, complete: false, missing });

describe("the closing balance that includes a payment", () => {
  it.each<[string, Partial<HeldPayment>, [string, string, string] | null]>([
    [
      "stated",
      { accountedIn: year("2022-23"), paidOn: date("2023-03-31") },
      ["2022-23", "2022-23", "2022-23"],
    ],
    [
      "stated against the year under which it's listed",
      { accountedIn: year("2022-23"), financialYear: year("2023-24") },
      ["2022-23", "2022-23", "2022-23"],
    ],
    ["by its year", { financialYear: year("2022-23") }, ["2022-23", "2022-23", "2022-23"]],
    ["31 days before a year end", { paidOn: date("2023-02-28") }, ["2022-23", "2022-23", "2022-23"]],
    ["30 days before", { paidOn: date("2023-03-01") }, ["2022-23", "2022-23", "2023-24"]],
    ["29 days before", { paidOn: date("2023-03-02") }, ["2022-23", "2022-23", "2023-24"]],
    ["on the day", { paidOn: date("2023-03-31") }, ["2022-23", "2022-23", "2023-24"]],
    ["the day after", { paidOn: date("2023-04-01") }, ["2023-24", "2022-23", "2023-24"]],
    ["29 days after", { paidOn: date("2023-04-29") }, ["2023-24", "2022-23", "2023-24"]],
    ["30 days after", { paidOn: date("2023-04-30") }, ["2023-24", "2022-23", "2023-24"]],
    ["31 days after", { paidOn: date("2023-05-01") }, ["2023-24", "2023-24", "2023-24"]],
    [
      "near a year end, though listed under a year",
      { financialYear: year("2022-23"), paidOn: date("2023-04-10") },
      ["2022-23", "2022-23", "2023-24"],
    ],
    [
      "paid in another year than the one under which it's listed",
      { financialYear: year("2022-23"), paidOn: date("2023-09-10") },
      ["2022-23", "2022-23", "2023-24"],
    ],
    [
      "paid before the year under which it's listed",
      { financialYear: year("2023-24"), paidOn: date("2022-09-10") },
      ["2023-24", "2022-23", "2023-24"],
    ],
    [
      "some day of a month far from a year end",
      { paidOn: date("2023-09") },
      ["2023-24", "2023-24", "2023-24"],
    ],
    ["some day of March", { paidOn: date("2023-03") }, ["2022-23", "2022-23", "2023-24"]],
    ["some day of May", { paidOn: date("2023-05") }, ["2023-24", "2023-24", "2023-24"]],
    ["some day of a calendar year", { paidOn: date("2023") }, ["2023-24", "2022-23", "2023-24"]],
    ["nobody knows", {}, null],
  ])("%s", (_, own, expected) => {
    const years = accountingYears({ accountedIn: null, financialYear: null, paidOn: null, ...own });
    expect(years && [years.home, years.first, years.last]).toEqual(expected);
  });
});

describe("receipts are complete", () => {
  it.each<[string, HeldPayment[], ReturnType<typeof known> | ReturnType<typeof atLeast>]>([
    ["by every year's total", [inYear("2021-22", 8), inYear("2022-23", 3)], known(11)],
    ["not by one year of two", [inYear("2021-22", 8)], atLeast(8, "2022-23")],
    ["not by the later of two", [inYear("2022-23", 3)], atLeast(3, "2021-22")],
    ["by the sum at the very day", [cumulative("2023-03-31", 9)], known(9)],
    ["not by the sum a day before it", [cumulative("2023-03-30", 9)], atLeast(0, "2021-22", "2022-23")],
    ["not by a sum 30 days before", [cumulative("2023-03-01", 9)], atLeast(0, "2021-22", "2022-23")],
    [
      "not by a sum 31 days before, but so much is sure",
      [cumulative("2023-02-28", 9)],
      atLeast(9, "2021-22", "2022-23"),
    ],
    ["not by a sum after the day", [cumulative("2023-04-01", 9)], atLeast(0, "2021-22", "2022-23")],
    [
      "by the sum at an earlier year end and every year since",
      [cumulative("2022-03-31", 8), inYear("2022-23", 3)],
      known(11),
    ],
    ["not by the sum at an earlier year end alone", [cumulative("2022-03-31", 8)], atLeast(8, "2022-23")],
    [
      "not by an instalment: it isn't a year",
      [inYear("2021-22", 8), instalment("2022-23", 3)],
      atLeast(11, "2022-23"),
    ],
    [
      "not by what was planned",
      [inYear("2021-22", 8), inYear("2022-23", 3, { status: "planned" })],
      atLeast(8, "2022-23"),
    ],
    [
      "not by a total of unknown amount",
      [inYear("2021-22", 8), { ...inYear("2022-23", 3), amount: null }],
      atLeast(8, "2022-23"),
    ],
    ["by a total of nothing", [inYear("2021-22", 8), inYear("2022-23", 0)], known(8)],
    [
      "not by a planned cumulative sum",
      [{ ...cumulative("2023-03-31", 9), status: "planned" }],
      atLeast(0, "2021-22", "2022-23"),
    ],
    [
      "not by a cumulative sum without a day",
      [{ ...cumulative("2023-03-31", 9), throughDate: null }],
      atLeast(0, "2021-22", "2022-23"),
    ],
    ["not by a later year's total", [inYear("2021-22", 8), inYear("2023-24", 3)], atLeast(8, "2022-23")],
    [
      "by years of which money came before signing: it doesn't count",
      [inYear("2020-21", 5), inYear("2021-22", 8), inYear("2022-23", 3)],
      known(11),
    ],
  ])("%s", (_, payments, expected) => {
    expect(upTo("2022-23", payments)).toEqual(expected);
  });

  it("before signing there was nothing to receive", () => {
    expect(upTo("2020-21", [inYear("2020-21", 5)])).toEqual(known(0));
    expect(receiptsIn(year("2020-21"), SIGNED, [inYear("2020-21", 5)])).toMatchObject({
      sure: 0,
      complete: true,
    });
  });
});

describe("what was withheld", () => {
  const first = inYear("2021-22", 8);
  const planned = (amount: number, own: Partial<HeldPayment> = {}) =>
    inYear("2022-23", amount, { status: "planned", ...own });
  const withheld = (amount: number | null, own: Partial<HeldPayment> = {}) =>
    inYear("2022-23", 0, { status: "withheld", amount: amount === null ? null : million(amount), ...own });

  it.each<[string, HeldPayment[], ReturnType<typeof known> | ReturnType<typeof atLeast>]>([
    ["all that was planned: nothing was received", [planned(3), withheld(3)], known(8)],
    [
      "a penny less than planned",
      [planned(3), { ...withheld(3), amount: pence(299_999_999) }],
      atLeast(8, "2022-23"),
    ],
    ["nobody says how much", [planned(3), withheld(null)], atLeast(8, "2022-23")],
    ["nobody says what was planned", [withheld(3)], atLeast(8, "2022-23")],
    [
      "nobody says how much one of two planned instalments was",
      [planned(3, { covers: "instalment" }), { ...planned(1), amount: null }, withheld(3)],
      atLeast(8, "2022-23"),
    ],
    [
      "all of one version's plan, not of the other's",
      [planned(3), planned(2, { agreementVersion: "revised" }), withheld(2)],
      atLeast(8, "2022-23"),
    ],
    [
      "all of every version's plan",
      [planned(3), planned(2, { agreementVersion: "revised" }), withheld(3)],
      known(8),
    ],
    ["half of the plan, told twice", [planned(4), withheld(2), withheld(2)], atLeast(8, "2022-23")],
    [
      "all, in two instalments on two days",
      [
        planned(4),
        withheld(2, { covers: "instalment", paidOn: date("2022-09-30") }),
        withheld(2, { covers: "instalment", paidOn: date("2022-12-31") }),
      ],
      known(8),
    ],
    [
      "all, and released in the same year",
      [planned(3), withheld(3), inYear("2022-23", 3, { status: "released" })],
      atLeast(11, "2022-23"),
    ],
    [
      "all, and something released, nobody says how much",
      [planned(3), withheld(3), { ...inYear("2022-23", 3, { status: "released" }), amount: null }],
      atLeast(8, "2022-23"),
    ],
    [
      "all, and yet an instalment came",
      [planned(3), withheld(3), instalment("2022-23", 1)],
      atLeast(9, "2022-23"),
    ],
    [
      "the remainder of the agreement",
      [planned(3), withheld(12, { covers: "remainder" })],
      atLeast(8, "2022-23"),
    ],
  ])("%s", (_, payments, expected) => {
    expect(upTo("2022-23", [first, ...payments])).toEqual(expected);
  });

  it("and released later counts in the year that includes it", () => {
    const payments = [
      first,
      planned(3),
      withheld(3),
      inYear("2022-23", 3, { status: "released", accountedIn: year("2023-24") }),
      inYear("2023-24", 5),
    ];
    expect(upTo("2022-23", payments)).toEqual(known(8));
    expect(upTo("2023-24", payments)).toEqual(known(13));
  });
});

describe("money paid near a year end that nobody places", () => {
  const late = instalment("2022-23", 3, { paidOn: date("2023-03-31") });
  const early = instalment("2023-24", 3, { paidOn: date("2023-04-05") });
  const before = inYear("2021-22", 8);

  it("isn't sure at that year end", () => {
    expect(upTo("2022-23", [before, late])).toEqual(atLeast(8, "2022-23"));
    expect(upTo("2022-23", [before, inYear("2022-23", 3, { paidOn: date("2023-03-31") })])).toEqual(
      known(8, 3),
    );
    expect(upTo("2022-23", [before, inYear("2022-23", 3, { paidOn: date("2023-02-28") })])).toEqual(
      known(11),
    );
  });

  it("is sure a year later", () => {
    const paid = [before, inYear("2022-23", 3, { paidOn: date("2023-03-31") }), inYear("2023-24", 2)];
    expect(upTo("2023-24", paid)).toEqual(known(13));
  });

  it("may be in the balance before", () => {
    expect(upTo("2022-23", [before, inYear("2022-23", 1), early])).toEqual(known(9, 3));
    expect(upTo("2022-23", [before, inYear("2022-23", 1), { ...early, paidOn: date("2023-05-01") }])).toEqual(
      known(9),
    );
  });

  it("is placed by a source", () => {
    const placed = { ...early, accountedIn: year("2023-24") };
    expect(upTo("2022-23", [before, inYear("2022-23", 1), placed])).toEqual(known(9));
    expect(
      upTo("2022-23", [
        before,
        { ...inYear("2022-23", 3, { paidOn: date("2023-03-31") }), accountedIn: year("2022-23") },
      ]),
    ).toEqual(known(11));
  });

  it("doesn't touch the sum that a source gives for the very day", () => {
    expect(upTo("2022-23", [cumulative("2023-03-31", 9), late, early])).toEqual(known(9));
  });
});

describe("sources that contradict each other: the smaller sum is sure, the larger possible", () => {
  it.each<[string, HeldPayment[], ReturnType<typeof known> | ReturnType<typeof atLeast>]>([
    ["two totals of a year", [inYear("2021-22", 8), inYear("2021-22", 10)], known(8, 2)],
    ["one total, told twice", [inYear("2021-22", 8), inYear("2021-22", 8)], known(8)],
    ["instalments beyond the total", [inYear("2021-22", 8), instalment("2021-22", 9)], known(8, 1)],
    ["instalments within the total", [inYear("2021-22", 8), instalment("2021-22", 7)], known(8)],
    ["two sums at a day", [cumulative("2022-03-31", 8), cumulative("2022-03-31", 9)], known(8, 1)],
    ["a sum and the year", [cumulative("2022-03-31", 8), inYear("2021-22", 9)], known(8, 1)],
    ["a year and the sum", [cumulative("2022-03-31", 9), inYear("2021-22", 8)], known(8, 1)],
    ["a sum and instalments beyond it", [cumulative("2022-03-31", 8), instalment("2021-22", 9)], known(8, 1)],
    [
      "a sum during the year beyond its total",
      [cumulative("2021-12-31", 9), inYear("2021-22", 8)],
      known(8, 1),
    ],
  ])("%s", (_, payments, expected) => {
    expect(upTo("2021-22", payments)).toEqual(expected);
  });

  it("what is listed before a day can't be more than the sum at it", () => {
    expect(upTo("2022-23", [instalment("2021-22", 9), cumulative("2022-09-30", 8)])).toEqual(
      atLeast(8, "2021-22", "2022-23"),
    );
    expect(upTo("2022-23", [instalment("2021-22", 9), cumulative("2022-09-30", 9)])).toEqual(
      atLeast(9, "2021-22", "2022-23"),
    );
  });
});

describe("what receipts rest on", () => {
  const cited = (text: string, payments: readonly HeldPayment[]) => {
    const { error, refs } = receiptsUpTo(year(text), SIGNED, payments);
    return { error: error / 1e8, refs };
  };
  const rounded = (payment: HeldPayment, error: number) => ({ ...payment, error: million(error) });

  it("the errors of totals add up; of two for one year the larger counts", () => {
    const first = rounded(inYear("2021-22", 8), 0.05);
    const again = rounded(inYear("2021-22", 8), 0.5);
    const second = rounded(inYear("2022-23", 3), 0.1);
    expect(cited("2022-23", [first, second])).toEqual({ error: 0.15, refs: [first.ref, second.ref] });
    expect(cited("2021-22", [first, again]).error).toBe(0.5);
  });

  it("a sum at the day has its own; of two the larger", () => {
    const one = rounded(cumulative("2022-03-31", 8), 0.05);
    const other = rounded(cumulative("2022-03-31", 8), 0.5);
    expect(cited("2021-22", [rounded(inYear("2021-22", 8), 0.9), one])).toEqual({
      error: 0.05,
      refs: [one.ref],
    });
    expect(cited("2021-22", [one, other])).toEqual({ error: 0.5, refs: [one.ref, other.ref] });
  });

  it("a sum during the year takes the place of what is less; the largest of several", () => {
    const small = rounded(cumulative("2021-09-30", 3), 0.3);
    const large = rounded(cumulative("2021-12-31", 8), 0.05);
    const part = rounded(instalment("2021-22", 2), 0.01);
    expect(cited("2021-22", [part, small, large])).toEqual({ error: 0.05, refs: [large.ref] });
    const total = rounded(inYear("2021-22", 9), 0.2);
    expect(cited("2021-22", [total, large])).toEqual({ error: 0.2, refs: [total.ref] });
  });

  it("a sum from the first day of the year on", () => {
    expect(upTo("2022-23", [cumulative("2022-04-01", 8)])).toEqual(atLeast(8, "2021-22", "2022-23"));
  });

  it("a withholding is cited where it tells the whole", () => {
    const planned = inYear("2021-22", 3, { status: "planned" });
    const withheld = inYear("2021-22", 3, { status: "withheld" });
    expect(cited("2021-22", [planned, withheld])).toEqual({ error: 0, refs: [withheld.ref] });
  });

  it("a payment that may belong to this balance is cited too", () => {
    const total = inYear("2021-22", 8);
    const early = instalment("2022-23", 1, { paidOn: date("2022-04-05") });
    expect(cited("2021-22", [total, early]).refs).toEqual([total.ref, early.ref]);
    expect(receiptsIn(year("2021-22"), SIGNED, [total, early]).refs).toEqual([total.ref, early.ref]);
  });

  it("a difference of two sums rests on both", () => {
    const [before, after] = [cumulative("2022-03-31", 8), cumulative("2023-03-31", 10)];
    const found = receiptsIn(year("2022-23"), SIGNED, [rounded(after, 0.05), rounded(before, 0.5)]);
    expect(found).toMatchObject({ error: million(0.55), refs: [after.ref, before.ref] });
    expect(receiptsIn(year("2022-23"), SIGNED, [before, cumulative("2023-03-31", 8)])).toMatchObject({
      sure: 0,
      complete: true,
    });
  });

  it("what nobody dates counts for no year", () => {
    expect(upTo("2021-22", [instalment("2021-22", 3, { financialYear: null })])).toEqual(
      atLeast(0, "2021-22"),
    );
    expect(upTo("2021-22", [{ ...cumulative("2022-03-31", 9), amount: null }])).toEqual(
      atLeast(0, "2021-22"),
    );
    expect(upTo("2021-22", [{ ...cumulative("2022-03-31", 9), covers: "year" }])).toEqual(
      atLeast(0, "2021-22"),
    );
  });

  it("a planned payment near a year end opens nothing", () => {
    const planned = instalment("2022-23", 3, { status: "planned", paidOn: date("2022-04-05") });
    expect(upTo("2021-22", [inYear("2021-22", 8), planned])).toEqual(known(8));
  });
});

describe("equal instalments", () => {
  it.each<[string, string[], number]>([
    ["without a day may be one", ["", ""], 2],
    ["on one day may be one", ["2022-09-30", "2022-09-30"], 2],
    ["one without a day may be the other", ["2022-09-30", ""], 2],
    ["on two days are two", ["2022-06-30", "2022-09-30"], 4],
    ["in a month and on a day before it, however told, are two", ["2022-09", "2022-06-30", "2022-09-10"], 4],
    ["on two days and one without are two", ["2022-06-30", "", "2022-09-30"], 4],
    ["in a month that holds the day may be one", ["2022-09", "2022-09-30"], 2],
  ])("%s", (_, days, sure) => {
    const payments = days.map((paidOn) =>
      instalment("2022-23", 2, { paidOn: paidOn === "" ? null : date(paidOn) }),
    );
    expect(upTo("2022-23", payments)).toEqual(atLeast(sure, "2021-22", "2022-23"));
  });

  it("that differ are two", () => {
    expect(upTo("2021-22", [instalment("2021-22", 2), instalment("2021-22", 3)])).toEqual(
      atLeast(5, "2021-22"),
    );
  });
});

it("the remainder paid in a year is money of that year", () => {
  expect(upTo("2021-22", [inYear("2021-22", 4, { covers: "remainder" })])).toEqual(atLeast(4, "2021-22"));
});

describe("one year's receipts", () => {
  const within = (text: string, payments: readonly HeldPayment[]) => {
    const receipts = receiptsIn(year(text), SIGNED, payments);
    return { sure: receipts.sure / 1e8, exact: isExact(receipts), missing: receipts.missing };
  };

  it.each<[string, HeldPayment[], { sure: number; exact: boolean; missing: string[] }]>([
    ["its total", [inYear("2022-23", 3)], { sure: 3, exact: true, missing: [] }],
    ["an instalment is a part", [instalment("2022-23", 3)], { sure: 3, exact: false, missing: ["2022-23"] }],
    [
      "two sums at year ends",
      [cumulative("2022-03-31", 8), cumulative("2023-03-31", 10)],
      { sure: 2, exact: true, missing: [] },
    ],
    ["one sum", [cumulative("2023-03-31", 10)], { sure: 0, exact: false, missing: ["2022-23"] }],
    [
      "two sums that fall: no payment is negative",
      [cumulative("2022-03-31", 10), cumulative("2023-03-31", 8)],
      { sure: 0, exact: false, missing: ["2022-23"] },
    ],
    [
      "the sum in the year of signing",
      [cumulative("2022-03-31", 8)],
      { sure: 0, exact: false, missing: ["2022-23"] },
    ],
    ["nothing known", [], { sure: 0, exact: false, missing: ["2022-23"] }],
    [
      "a total that may belong to the next balance",
      [inYear("2022-23", 3, { paidOn: date("2023-03-31") })],
      { sure: 0, exact: false, missing: [] },
    ],
    [
      "a payment of the next year that may belong to this balance",
      [inYear("2022-23", 3), instalment("2023-24", 1, { paidOn: date("2023-04-01") })],
      { sure: 3, exact: false, missing: [] },
    ],
    [
      "a payment of the year before that may belong to this balance",
      [inYear("2022-23", 3), instalment("2021-22", 1, { paidOn: date("2022-03-31") })],
      { sure: 3, exact: false, missing: [] },
    ],
  ])("%s", (_, payments, expected) => {
    expect(within("2022-23", payments)).toEqual(expected);
  });

  it("is the whole sum in the year of signing", () => {
    expect(within("2021-22", [cumulative("2022-03-31", 8)])).toEqual({ sure: 8, exact: true, missing: [] });
  });
});

const indexed = fc.tuple(toldOfLedgers, fc.integer({ min: 0, max: LEDGER_YEARS.length - 1 }));

/* Whatever is told, the truth lies within, and being told more never widens. */
describe("whatever is told of what came", () => {
  const of = (index: number, payments: readonly HeldPayment[]) =>
    receiptsUpTo(LEDGER_YEARS[index] as FinancialYear, SIGNED, payments);
  const cameUpTo = (index: number, ledger: Ledger) =>
    ledger
      .slice(0, index + 1)
      .flat()
      .reduce((total, each) => total + each, 0);

  it("the truth lies within", () => {
    fc.assert(
      fc.property(indexed, ([{ ledger, told }, index]) => {
        const { sure, unsure, complete } = of(index, told);
        const truth = cameUpTo(index, ledger);
        expect(sure).toBeLessThanOrEqual(truth);
        if (complete) expect([sure, unsure]).toEqual([truth, 0]);
      }),
    );
  });

  it("one more payment never makes less sure, nor opens what was complete", () => {
    fc.assert(
      fc.property(indexed, ([{ told, more }, index]) => {
        const before = of(index, told);
        const after = of(index, [...told, more]);
        expect(after.sure).toBeGreaterThanOrEqual(before.sure);
        if (before.complete) expect(after).toMatchObject({ sure: before.sure, unsure: 0, complete: true });
      }),
    );
  });

  it("what one year received is what two year ends differ by", () => {
    fc.assert(
      fc.property(indexed, ([{ ledger, told }, index]) => {
        const receipts = receiptsIn(LEDGER_YEARS[index] as FinancialYear, SIGNED, told);
        const truth = (ledger[index] ?? []).reduce((total: number, each) => total + each, 0);
        expect(receipts.sure).toBeLessThanOrEqual(truth);
        if (isExact(receipts)) expect(receipts.sure).toBe(truth);
      }),
    );
  });

  it("the order never matters", () => {
    fc.assert(
      fc.property(indexed, fc.nat(), ([{ told }, index], turn) => {
        const turned = told.map((_, place) => told[(place + turn) % told.length] as HeldPayment);
        expect(of(index, turned)).toEqual(of(index, told));
      }),
    );
  });
});
