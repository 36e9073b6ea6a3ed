import { describe, expect, it } from "vitest";
import {
  aBalance,
  aDossier,
  aGrantItem,
  anAgreement,
  aPayment,
  day,
  million,
  year,
} from "@/testing/dossiers";
import { lastDay } from "../financial-year";
import type { CouncilDossier, HeldBalance } from "../verdicts/held-figures";
import { type CouncilTrend, trendOf } from "./trend-of";

const at = (text: string, amount: number, own: Partial<HeldBalance> = {}) =>
  aBalance({ asAt: lastDay(year(text)), deficit: million(amount), ...own });
const NEVER_SIGNED = { signed: false, agreements: [] } as const;

function trend(own: Partial<CouncilDossier>): CouncilTrend {
  const found = trendOf(aDossier(own));
  if (found.kind === "none") throw new Error(`There is no trend: ${found.reason}.`);
  return found.trend;
}

const none = (reason: string, yearEnds: number) => ({ kind: "none", reason, yearEnds });

describe("a council that never signed", () => {
  const rising = [at("2021-22", 4), at("2022-23", 6), at("2023-24", 9)];

  it("has a trend of its balances from three year ends on", () => {
    expect(trend({ ...NEVER_SIGNED, balances: rising })).toMatchObject({
      basis: "net",
      years: ["2021-22", "2022-23", "2023-24"],
      slope: million(2.5),
      slopeLow: million(2.1),
      slopeHigh: million(2.9),
      clearsBy: null,
      clearsByEarliest: null,
      clearsByLatest: null,
      neededPerYear: null,
      promised: null,
    });
  });

  it("has none from two", () => {
    expect(trendOf(aDossier({ ...NEVER_SIGNED, balances: rising.slice(1) }))).toEqual(
      none("fewer-than-three-year-ends", 2),
    );
    expect(trendOf(aDossier(NEVER_SIGNED))).toEqual(none("fewer-than-three-year-ends", 0));
  });

  it.each<[string, Partial<HeldBalance>]>([
    ["a forecast", { kind: "forecast" }],
    ["a doubtful figure", { confidence: "low" }],
    ["an inferred date", { asAtInferred: true }],
    ["high needs only", { scope: "high-needs" }],
    ["an unknown basis", { basis: "unknown" }],
    ["a figure before DfE money", { basis: "gross" }],
    ["a day within the year", { asAt: day("2024-03-30") }],
    [
      "a balance after the stability grant",
      { after: { safetyValve: "yes", stabilityGrant: "yes", localContribution: "no" } },
    ],
    [
      "a balance that may be after the stability grant",
      { after: { safetyValve: "yes", stabilityGrant: "unknown", localContribution: "no" } },
    ],
  ])("%s is no point of it", (_, own) => {
    const balances = [...rising.slice(0, 2), at("2023-24", 9, own)];
    expect(trendOf(aDossier({ ...NEVER_SIGNED, balances }))).toEqual(none("fewer-than-three-year-ends", 2));
  });
});

describe("a council that signed", () => {
  const balances = [at("2020-21", 20), at("2021-22", 14), at("2022-23", 13)];
  const paid = ["2021-22", "2022-23"].map((each) =>
    aPayment({ financialYear: year(each), amount: million(4) }),
  );

  it("has a trend of what its deficit was before DfE money", () => {
    const found = trend({ balances, payments: paid });
    expect(found).toMatchObject({
      basis: "gross",
      years: ["2020-21", "2021-22", "2022-23"],
      slope: million(0.5),
    });
    expect(found.refs.map(({ table }) => table)).toEqual([
      "outturn",
      "outturn",
      "payment",
      "outturn",
      "payment",
      "payment",
    ]);
  });

  it("has none where its payments aren't all known", () => {
    expect(trendOf(aDossier({ balances, payments: paid.slice(1) }))).toEqual(none("receipts-incomplete", 1));
    expect(trendOf(aDossier({ balances: balances.slice(1), payments: [] }))).toEqual(
      none("fewer-than-three-year-ends", 0),
    );
  });

  it("needs no payments for figures before DfE money", () => {
    const gross = balances.map((balance) =>
      aBalance({
        asAt: balance.asAt,
        deficit: balance.deficit,
        basis: "gross",
        standing: "council",
        family: "report",
      }),
    );
    expect(trend({ balances: gross })).toMatchObject({ basis: "gross", slope: million(-3.5) });
  });

  it("has none of an agreement that isn't held", () => {
    expect(trendOf(aDossier({ balances, agreements: [] }))).toEqual(none("fewer-than-three-year-ends", 0));
  });

  it("never joins figures with the council's own money and without", () => {
    const own = { safetyValve: "yes", stabilityGrant: "no", localContribution: "yes" } as const;
    const mixed = [...balances.slice(0, 2), at("2022-23", 13, { after: own })];
    expect(trendOf(aDossier({ balances: mixed, payments: paid }))).toEqual(none("receipts-incomplete", 2));
  });

  it("draws the longer of two lines", () => {
    const own = { safetyValve: "yes", stabilityGrant: "no", localContribution: "yes" } as const;
    const other = ["2019-20", "2020-21", "2021-22", "2022-23"].map((each) => at(each, 30, { after: own }));
    expect(trend({ balances: [...balances, ...other], payments: paid }).years).toHaveLength(4);
    expect(trend({ balances: [...other, ...balances], payments: paid }).years).toHaveLength(4);
  });
});

describe("when the deficit would be gone", () => {
  const falling = (...amounts: readonly number[]) =>
    amounts.map((amount, index) => at(["2021-22", "2022-23", "2023-24"][index] ?? "", amount));
  const of = (...amounts: readonly number[]) => trend({ ...NEVER_SIGNED, balances: falling(...amounts) });

  it.each<[string, number[], string | null, string | null, string | null]>([
    ["on a line, to the year", [12, 9, 6], "2025-26", "2025-26", "2025-26"],
    [
      "a penny left needs a year more",
      [12.00000001, 9.00000001, 6.00000001],
      "2026-27",
      "2026-27",
      "2026-27",
    ],
    ["unevenly", [12, 8, 6], "2025-26", "2025-26", "2026-27"],
    ["not while it grows", [6, 9, 12], null, null, null],
    ["not while it stands still", [6, 6, 6], null, null, null],
    ["perhaps", [6, 9, 4], "2027-28", "2024-25", null],
    ["already", [2, 1, 0], "2023-24", "2023-24", "2023-24"],
    ["already a surplus, even if that shrinks", [-3, -2, -1], "2023-24", "2023-24", "2023-24"],
    ["in fifty years", [52, 51, 50], "2073-74", "2073-74", "2073-74"],
    ["further than anything can be said", [53, 52, 51], null, null, null],
  ])("%s", (_, amounts, clearsBy, clearsByEarliest, clearsByLatest) => {
    expect(of(...amounts)).toMatchObject({ clearsBy, clearsByEarliest, clearsByLatest });
  });
});

describe("what would now be needed", () => {
  const balances = [at("2020-21", 10), at("2021-22", 11), at("2022-23", 12)].map((balance) =>
    aBalance({
      ...balance,
      basis: "gross",
      after: { safetyValve: "no", stabilityGrant: "no", localContribution: "no" },
    }),
  );
  const promised = (clearedBy: string | null, balanceBy: string | null) => {
    const agreements = [
      anAgreement({
        clearedBy: clearedBy ? year(clearedBy) : null,
        balanceBy: balanceBy ? year(balanceBy) : null,
      }),
    ];
    return trend({ balances, agreements });
  };

  it.each<[string, string | null, string | null, unknown]>([
    ["to clear it", "2025-26", "2024-25", { what: "clearance", by: "2025-26", neededPerYear: million(4) }],
    [
      "to clear it in a year",
      "2023-24",
      null,
      { what: "clearance", by: "2023-24", neededPerYear: million(12) },
    ],
    ["to stop it growing", null, "2024-25", { what: "balance", by: "2024-25", neededPerYear: million(0.5) }],
    ["the year is over", "2022-23", null, null],
    ["nothing is promised", null, null, null],
  ])("%s", (_, clearedBy, balanceBy, expected) => {
    const found = promised(clearedBy, balanceBy);
    expect(found.promised).toEqual(expected);
    const clearance = (expected as { what: string; neededPerYear: number } | null)?.what === "clearance";
    expect(found.neededPerYear).toBe(
      clearance ? (expected as { neededPerYear: number }).neededPerYear : null,
    );
  });

  it("never a penny too little", () => {
    const agreements = [anAgreement({ clearedBy: year("2029-30") })];
    expect(trend({ balances, agreements }).neededPerYear).toBe(171_428_572);
  });

  it("nothing where the deficit is gone or doesn't grow", () => {
    const level = balances.map((balance) => ({ ...balance, deficit: million(5) }));
    const agreements = [anAgreement({ clearedBy: null })];
    expect(trend({ balances: level, agreements }).promised?.neededPerYear).toBe(0);
    const surplus = balances.map((balance) => ({ ...balance, deficit: million(-5) }));
    expect(
      trend({ balances: surplus, agreements: [anAgreement({ clearedBy: year("2025-26") })] }).neededPerYear,
    ).toBe(0);
  });
});

it("a grant that is paid changes nothing of it", () => {
  const balances = [at("2020-21", 10), at("2021-22", 11), at("2022-23", 12)];
  const before = trendOf(aDossier({ ...NEVER_SIGNED, balances }));
  const grantItems = [aGrantItem("paid", { amount: million(9) })];
  expect(trendOf(aDossier({ ...NEVER_SIGNED, balances, grantItems }))).toEqual(before);
});
