import { describe, expect, it } from "vitest";
import type { Agreement, Outturn } from "@/shapes/api-shapes";
import type { Verdict } from "@/shapes/judgement-shapes";
import { source } from "@/testing/sample-source";
import type { BalancePoint } from "./balance-series";
import { grantBrackets, grossBand, isInBand } from "./gross-band";

const outturn = (asAt: string, deficitGbp: number, rest: Partial<Outturn> = {}): Outturn => ({
  ...{ asAt, deficitGbp, asAtInferred: false, basis: "gross", scope: "dsg", kind: "outturn", source },
  after: { safetyValve: "no", stabilityGrant: "no", localContribution: "unknown" },
  ...rest,
});
const judged = (
  low: number,
  high: number | null,
  published: number,
  rest: Partial<Verdict> = {},
): Verdict => ({
  ...{
    financialYear: "2024-25",
    agreementVersion: "original",
    against: "both",
    basis: "gross",
    scope: "dsg",
  },
  ...{ baseline: false, promisedGbp: 46_000_000, actualLowGbp: low, actualHighGbp: high, gapGbp: null },
  ...{ toleranceGbp: 0, planSource: "agreement", verdict: "cannot-compare", ruleVersion: "1", checked: true },
  ...{ rangeLowGbp: null, rangeHighGbp: null, summary: "" },
  evidence: [
    { label: "planned", valueGbp: 46_000_000, source },
    { label: "published", valueGbp: published, source },
  ],
  ...rest,
});
const net = (deficitGbp: number): BalancePoint[] => [
  { asAt: "2025-03-31", deficitGbp, errorGbp: null, derived: false, provisional: false, source },
];

describe("what is owed before DfE's money", () => {
  it("is the judge's interval, not a sum of our own", () => {
    expect(grossBand([], [judged(61_000_000, 91_000_000, 41_000_000)])).toMatchObject([
      { asAt: "2025-03-31", low: 61_000_000, high: 91_000_000, how: "reckoned" },
    ]);
  });

  it("is as published where no promise falls due", () => {
    expect(grossBand([outturn("2023-03-31", 17_200_000)], [])).toMatchObject([
      { low: 17_200_000, high: 17_200_000, how: "published" },
    ]);
  });

  it.each<[string, Partial<Outturn>]>([
    ["a forecast", { kind: "forecast" }],
    ["high needs only", { scope: "high-needs" }],
    ["a net figure", { basis: "net" }],
    ["of a day that was inferred", { asAtInferred: true }],
  ])("is never %s", (_, rest) => expect(grossBand([outturn("2023-03-31", 1, rest)], [])).toEqual([]));

  it.each([
    ["net promises", { basis: "net" }],
    ["years of which nothing is published", { actualLowGbp: null, actualHighGbp: null }],
  ] as const)("takes nothing from %s", (_, rest) =>
    expect(grossBand([], [judged(1, 1, 1, rest)])).toEqual([]),
  );

  it.each([
    [60_800_000, false],
    [60_900_000, true],
    [91_100_000, true],
    [91_200_000, false],
  ])("%d of the same day needs no mark of its own: %s", (deficitGbp, within) => {
    const band = grossBand([], [judged(61_000_000, 91_000_000, 41_000_000)]);
    expect(isInBand({ asAt: "2025-03-31", deficitGbp }, band)).toBe(within);
    expect(isInBand({ asAt: "2024-03-31", deficitGbp }, band)).toBe(false);
  });
});

describe("brackets of DfE's money", () => {
  const paid = (amount: number): Pick<Agreement, "payments" | "current">[] => [
    {
      current: true,
      payments: [{ financialYear: "2024-25", paidGbp: amount, status: "paid", covers: "year", source }],
    },
  ];

  it.each([
    [61_000_000, false],
    [91_000_000, true],
    [null, true],
  ])("are drawn where the judge counted payments in; up to %s, at least: %s", (high, atLeast) => {
    const verdicts = [judged(61_000_000, high, 41_000_000)];
    expect(grantBrackets(grossBand([], verdicts), net(41_000_000), verdicts, [])).toEqual([
      { asAt: "2025-03-31", net: 41_000_000, gross: 61_000_000, sumGbp: 20_000_000, atLeast },
    ]);
  });

  it.each([
    [12_750_000, 1],
    [12_600_000, 0],
    [0, 0],
  ])("between two publications only where the payments are what lies between: %d, %d", (amount, count) => {
    const band = grossBand([outturn("2025-03-31", 23_900_000)], []);
    expect(grantBrackets(band, net(11_150_000), [], paid(amount))).toHaveLength(count);
  });

  it("are not drawn of roundings", () => {
    const band = grossBand([outturn("2025-03-31", 21_258_000)], []);
    expect(grantBrackets(band, net(21_250_000), [], paid(0))).toEqual([]);
  });
});
