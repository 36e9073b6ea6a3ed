import { describe, expect, it } from "vitest";
import {
  aBalance,
  aGrantItem,
  aJudgedCouncil,
  anAgreement,
  aPayment,
  day,
  million,
  year,
} from "@/testing/dossiers";
import { pence } from "../money";
import type { CouncilDossier } from "../verdicts/held-figures";
import { fallIsGrant } from "./fall-is-grant";

type Own = Parameters<typeof aBalance>[0];
const start = (deficit: number, own: Own = {}) =>
  aBalance({ asAt: day("2024-03-31"), deficit: pence(deficit), ...own });
const end = (deficit: number, own: Own = {}) => aBalance({ deficit: pence(deficit), ...own });
/** £6 million to 31 March 2024, and £4 million in 2024 to 2025. */
const payments = [
  aPayment({ covers: "cumulative", financialYear: null, throughDate: day("2024-03-31"), amount: million(6) }),
  aPayment(),
];
const find = (balances: ReturnType<typeof aBalance>[], own: Partial<CouncilDossier> = {}) =>
  fallIsGrant.find(aJudgedCouncil({ balances, payments, ...own }));

describe("the fall is grant money", () => {
  it.each([
    // Before DfE money £16 million became £16 million and a penny, £16 million, or a penny less.
    [million(6) + 1, 1],
    [million(6), 1],
    [million(6) - 1, 0],
    // After it the deficit didn't fall.
    [million(10), 0],
    [million(10) - 1, 1],
  ])("from £10 million to %d pence, £4 million paid: %d flags", (deficit, flags) => {
    expect(find([start(million(10)), end(deficit)])).toHaveLength(flags);
  });

  it.each([
    [1, 0, 1],
    [1, 1, 0],
  ])("a fall of two pence, %d and %d either way: %d flags", (before, after, flags) => {
    const balances = [
      start(million(10), { error: pence(before) }),
      end(million(10) - 2, { error: pence(after) }),
    ];
    expect(find(balances)).toHaveLength(flags);
  });

  it("needs all payments", () => {
    const balances = [start(million(10)), end(million(8))];
    expect(find(balances)).toHaveLength(1);
    expect(find(balances, { payments: payments.slice(1) })).toEqual([]);
    expect(find(balances, { payments: payments.slice(0, 1) })).toEqual([]);
  });

  it.each([
    ["of two sources", { family: "accounts" }],
    ["of unlike scopes", { scope: "high-needs" as const }],
    ["before DfE money", { basis: "gross" as const }],
    ["forecast", { kind: "forecast" as const }],
    ["of doubtful source", { confidence: "low" as const }],
    [
      "with the council's own money in one",
      { after: { ...end(0).after, localContribution: "yes" as const } },
    ],
    ["two years apart", { asAt: day("2026-03-31") }],
  ])("never from year ends %s", (_, own) => {
    expect(find([start(million(10)), end(million(8), own)])).toEqual([]);
  });

  it("must show in every source", () => {
    const other = { family: "accounts", standing: "accounts" as const };
    const balances = [start(million(10)), end(million(8))];
    expect(find([...balances, start(million(10), other), end(million(8), other)])).toHaveLength(1);
    expect(find([...balances, start(million(10), other), end(million(5), other)])).toEqual([]);
  });

  it("says by how much it fell and what it did before DfE money", () => {
    const [flag] = find([start(million(10)), end(million(8))]);
    expect(flag).toMatchObject({
      ...{ severity: "info", financialYear: "2024-25", subject: "2024-25", size: million(2) },
      summary:
        "Between 31 March 2024 and 31 March 2025 the published deficit fell by £2 million, but before DfE money it rose from £16 million to £18 million: the fall is grant money.",
    });
    expect(flag?.evidence.map(({ value }) => value)).toEqual(
      [10, 8, 16, 18, 6, 4].map((amount) => million(amount)),
    );
  });

  describe("the stability grant, for a council that never signed", () => {
    const counting = (stabilityGrant: "yes" | "unknown") => ({ ...end(0).after, stabilityGrant });
    const ends = [
      aBalance({ asAt: day("2026-03-31"), deficit: million(50) }),
      aBalance({ asAt: day("2027-03-31"), deficit: million(12), after: counting("yes") }),
    ];
    const never = { signed: false, agreements: [], payments: [] };

    it.each([
      [45, 1],
      [38, 1],
      [37, 0],
    ])("£%d million paid, the deficit £38 million lower: %d flags", (paid, flags) => {
      const grantItems = [aGrantItem("paid", { amount: million(paid) })];
      expect(find(ends, { ...never, grantItems })).toHaveLength(flags);
    });

    it("never where its amount, or whether it is counted in, isn't known", () => {
      expect(find(ends, { ...never, grantItems: [aGrantItem("paid")] })).toEqual([]);
      const open = [ends[0] ?? end(0), { ...(ends[1] ?? end(0)), after: counting("unknown") }];
      expect(find(open, { ...never, grantItems: [aGrantItem("paid", { amount: million(45) })] })).toEqual([]);
    });
  });

  it("knows that no money came before the first signature", () => {
    const agreements = [anAgreement({ cohort: year("2024-25") })];
    const balances = [start(million(10)), end(million(8))];
    expect(find(balances, { agreements, payments: [aPayment()] })).toHaveLength(1);
  });
});
